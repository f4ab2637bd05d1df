/**
 * The connection to an Asterisk that a test runs in a container.
 */
@NullMarked
package io.pystrix.spring.boot.autoconfigure.testcontainers;

import org.jspecify.annotations.NullMarked;
