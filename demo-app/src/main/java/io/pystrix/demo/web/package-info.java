/**
 * Keeps the console to those who may use it.
 * <p>
 * {@code Access} settles whether a login is needed, which is when others than this
 * computer can reach the server; {@code SecurityConfiguration} asks for it.
 * {@code SameOriginFilter} keeps other web sites from placing calls through the browser
 * of somebody who has the console open.
 */
@NullMarked
package io.pystrix.demo.web;

import org.jspecify.annotations.NullMarked;
