/**
 * What goes on in an Asterisk at this moment, as immutable snapshots:
 * {@link io.pystrix.ami.live.AsteriskState} follows the events of a manager and fills
 * itself anew after each connect. It knows channels so far; calls, bridges and queues
 * will stand beside them.
 */
@NullMarked
package io.pystrix.ami.live;

import org.jspecify.annotations.NullMarked;
