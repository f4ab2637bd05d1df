/**
 * Health of the connection to Asterisk and of the FastAGI server, for Spring Boot's
 * actuator. Both indicators report what is known at the moment and never wait.
 */
@NullMarked
package io.pystrix.spring.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
