/**
 * The connection to an Asterisk that Docker Compose runs.
 */
@NullMarked
package io.pystrix.spring.boot.autoconfigure.docker.compose;

import org.jspecify.annotations.NullMarked;
