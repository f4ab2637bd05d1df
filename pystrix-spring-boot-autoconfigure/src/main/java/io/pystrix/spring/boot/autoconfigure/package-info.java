/**
 * Auto-configuration for Asterisk.
 * <p>
 * {@link io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration} provides the
 * {@link io.pystrix.ami.Manager} as {@code asterisk.ami.*} says, by way of the
 * {@link io.pystrix.spring.boot.autoconfigure.AmiConnectionDetails}, or one for each of
 * {@code asterisk.ami.servers}, and the {@link io.pystrix.ami.live.AsteriskState} and
 * {@link io.pystrix.ami.control.Calls} if asked for;
 * {@link io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration} the
 * {@link io.pystrix.agi.fastagi.FastAgiServer} as {@code asterisk.fastagi.*} says. What
 * the properties do not reach is set by beans of the two customizer types.
 */
@NullMarked
package io.pystrix.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
