package io.pystrix.spring.ami;

import io.pystrix.ami.OverflowPolicy;

/**
 * How a listener is doing at one server.
 *
 * @param id the identifier of the listener
 * @param server the name of the server whose events it is given
 * @param events which events: the simple name of their class, or a regular expression
 * @param queued how many events wait for it
 * @param queueCapacity how many may wait
 * @param overflow what happens when more come
 * @param lost how many events it has missed because it did not keep up
 * @since 0.1.0
 */
public record ListenerInfo(String id, String server, String events, int queued, int queueCapacity,
		OverflowPolicy overflow, long lost) {

}
