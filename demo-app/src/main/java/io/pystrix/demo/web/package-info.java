/**
 * Keeps other web sites from placing calls through the browser of somebody who has the
 * demo open.
 */
@NullMarked
package io.pystrix.demo.web;

import org.jspecify.annotations.NullMarked;
