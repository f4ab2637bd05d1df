/**
 * An Asterisk inside the application, for a machine that has none.
 */
@NullMarked
package io.pystrix.demo.simulator;

import org.jspecify.annotations.NullMarked;
