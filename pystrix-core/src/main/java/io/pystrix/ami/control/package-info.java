/**
 * What is to be done with calls and queues.
 * <p>
 * {@link io.pystrix.ami.control.Calls} is where you start: it places calls, each a
 * {@link io.pystrix.ami.control.Call} that reports what becomes of it, and it gives a
 * {@link io.pystrix.ami.control.ChannelControl} or
 * {@link io.pystrix.ami.control.QueueControl} for what exists already. Every method
 * returns a future that completes when Asterisk's events say that it is done.
 * <p>
 * Inside, {@code CallLife} derives the outcome of a call from its events, and
 * {@code PendingOutcomes} waits for single ones. What goes on in the PBX is in
 * {@code io.pystrix.ami.live}, which does not know this package.
 */
@NullMarked
package io.pystrix.ami.control;

import org.jspecify.annotations.NullMarked;
