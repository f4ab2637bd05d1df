/**
 * The AGI side of the fake Asterisk.
 * <p>
 * {@link io.pystrix.test.agi.AgiCaller} describes a call and places it: it connects to a
 * FastAGI server as Asterisk does. The {@link io.pystrix.test.agi.AgiCall} that comes
 * back is the call itself: digits are pressed and the line is hung up there, and what the
 * script did is read there, or asserted by {@link io.pystrix.test.agi.AgiAssertions} if
 * AssertJ is at hand. Behind the wall, {@code AgiSession} is the conversation,
 * {@code CallChannel} the channel that it is about, {@code CallTraces} what a script left
 * on it, {@code Commands} what Asterisk's 47 AGI commands do to such a channel, and
 * {@code AgiWords} how Asterisk reads a command line.
 */
@NullMarked
package io.pystrix.test.agi;

import org.jspecify.annotations.NullMarked;
