/**
 * What goes on in an Asterisk at this moment, as immutable snapshots, and what can be
 * done with calls.
 * <p>
 * {@link io.pystrix.ami.live.AsteriskState} follows the events of a manager and fills
 * itself anew after each connect. A {@link io.pystrix.ami.live.LiveChannel},
 * {@link io.pystrix.ami.live.LiveCall}, {@link io.pystrix.ami.live.LiveQueue} and so on
 * is one thing at one moment; a {@link io.pystrix.ami.live.StateChange} is the step from
 * one moment to the next.
 * <p>
 * {@link io.pystrix.ami.live.Calls} places calls and handles those that are there, by a
 * {@link io.pystrix.ami.live.ChannelControl} and a
 * {@link io.pystrix.ami.live.QueueControl}: futures that complete when events say that it
 * is done.
 * <p>
 * Inside, each kind of things has a {@link io.pystrix.ami.live.Part} that knows its
 * events and its lists, and a {@link io.pystrix.ami.live.Store} that settles which of
 * both is newer. A {@link io.pystrix.ami.live.Synchronization} is one round of asking for
 * all lists. A {@link io.pystrix.ami.live.CallLife} makes the outcome of a call out of
 * its events, {@link io.pystrix.ami.live.PendingOutcomes} waits for single ones.
 */
@NullMarked
package io.pystrix.ami.live;

import org.jspecify.annotations.NullMarked;
