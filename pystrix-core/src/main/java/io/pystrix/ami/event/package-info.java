/**
 * Asterisk's events, one class each, named as Asterisk names them. They are generated
 * from {@code src/main/schema}. Written by hand is what many of them share:
 * {@link io.pystrix.ami.event.ChannelEvent}, what every event of one channel is, and the
 * views {@link io.pystrix.ami.event.ChannelSnapshot} and
 * {@link io.pystrix.ami.event.BridgeSnapshot}.
 */
@NullMarked
package io.pystrix.ami.event;

import org.jspecify.annotations.NullMarked;
