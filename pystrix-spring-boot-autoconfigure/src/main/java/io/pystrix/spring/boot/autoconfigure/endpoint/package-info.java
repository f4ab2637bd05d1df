/**
 * The actuator endpoint {@code asterisk}: what is connected, registered and going on.
 */
@NullMarked
package io.pystrix.spring.boot.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
