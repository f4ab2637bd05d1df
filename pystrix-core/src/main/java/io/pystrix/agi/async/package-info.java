/**
 * AsyncAGI: the same scripts, over an AMI connection instead of a socket of their own.
 * <p>
 * {@link io.pystrix.agi.async.AsyncAgiServer}, made by a
 * {@link io.pystrix.agi.async.AsyncAgiServerBuilder}, hears of channels that enter
 * {@code AGI(agi:async)} and gives each a session whose commands travel as the action
 * {@code AGI} and whose replies come back as events, matched by CommandID. Inside, a run
 * gives the manager's events to the calls that they concern; each call has a
 * {@link io.pystrix.agi.async.AsyncAgiChannel} that sends commands and knows how the
 * channel's stay ended, and a {@link io.pystrix.agi.async.AsyncAgiTransport} that joins
 * the {@link io.pystrix.agi.async.Piece}s of long replies.
 *
 * @see <a href=
 * "https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Gateway-Interface-AGI/">Asterisk
 * Gateway Interface</a>
 */
@NullMarked
package io.pystrix.agi.async;

import org.jspecify.annotations.NullMarked;
