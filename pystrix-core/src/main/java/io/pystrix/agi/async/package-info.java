/**
 * AsyncAGI: the same scripts, over an AMI connection instead of a socket of their own.
 * <p>
 * {@link io.pystrix.agi.async.AsyncAgiServer} hears of channels that enter
 * {@code AGI(agi:async)} and gives each a session whose commands travel as the action
 * {@code AGI} and whose replies come back as events, matched by CommandID.
 *
 * @see <a href=
 * "https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Gateway-Interface-AGI/">Asterisk
 * Gateway Interface</a>
 */
@NullMarked
package io.pystrix.agi.async;

import org.jspecify.annotations.NullMarked;
