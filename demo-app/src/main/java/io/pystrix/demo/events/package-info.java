/**
 * Listens to Asterisk, in every way that there is.
 */
@NullMarked
package io.pystrix.demo.events;

import org.jspecify.annotations.NullMarked;
