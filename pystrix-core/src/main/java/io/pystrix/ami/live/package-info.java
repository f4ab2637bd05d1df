/**
 * What goes on in an Asterisk at this moment, as immutable snapshots.
 * <p>
 * {@link io.pystrix.ami.live.AsteriskState} follows the events of a manager and fills
 * itself again after each connect. A {@link io.pystrix.ami.live.LiveChannel},
 * {@link io.pystrix.ami.live.LiveCall}, {@link io.pystrix.ami.live.LiveQueue} and so on
 * is one thing at one moment; a {@link io.pystrix.ami.live.StateChange} is the step from
 * one moment to the next.
 * <p>
 * Inside, each kind of things has a {@link io.pystrix.ami.live.Part} that knows its
 * events and its lists, and a {@link io.pystrix.ami.live.Store} that settles which of
 * both is newer. A {@link io.pystrix.ami.live.Synchronization} is one round of asking for
 * all lists. What can be done with calls is in {@code io.pystrix.ami.control}.
 */
@NullMarked
package io.pystrix.ami.live;

import org.jspecify.annotations.NullMarked;
