/**
 * Asterisk's events, one class each, named as Asterisk names them. They are generated
 * from {@code src/main/schema/events.yaml}; only
 * {@link io.pystrix.ami.event.ChannelSnapshot}, which many of them share, is written by
 * hand.
 */
@NullMarked
package io.pystrix.ami.event;

import org.jspecify.annotations.NullMarked;
