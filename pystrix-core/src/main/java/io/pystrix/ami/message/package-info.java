/**
 * What travels between Asterisk and its manager clients.
 * <ul>
 * <li>{@link io.pystrix.ami.message.AmiAction} is what you send. Asterisk's own actions
 * are subclasses in {@code io.pystrix.ami.action}; {@code AmiAction.named} makes any
 * other. An {@link io.pystrix.ami.message.OutcomeAction} also knows the event that
 * reports its outcome.</li>
 * <li>{@link io.pystrix.ami.message.AmiResponse} and
 * {@link io.pystrix.ami.message.AmiEvent} are what comes back, both views over the
 * {@link io.pystrix.ami.message.AmiHeaders headers} that travelled;
 * {@link io.pystrix.ami.message.EventList} is a response with the events that belong to
 * it.</li>
 * <li>{@link io.pystrix.ami.message.AmiEventCatalog} is how classes of events are found,
 * Asterisk's and your own.</li>
 * </ul>
 * Start with {@code AmiMessage}. This package knows neither the client nor any single
 * action or event.
 */
@NullMarked
package io.pystrix.ami.message;

import org.jspecify.annotations.NullMarked;
