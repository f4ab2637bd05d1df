/**
 * Meters of what connects the application to Asterisk, and of what goes on there. How
 * long scripts, actions and listeners take is measured by observations.
 */
@NullMarked
package io.pystrix.spring.boot.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
