/**
 * The engine of a session; no user types any of this.
 * <p>
 * {@link io.pystrix.agi.internal.AgiSession} executes commands one at a time over an
 * {@link io.pystrix.agi.internal.AgiTransport}: a command line out, its reply back.
 * {@link io.pystrix.agi.internal.StreamTransport} is the one for sockets and pipes. A
 * transport without a byte stream (AsyncAGI) implements the same interface and gives the
 * text of each reply to a {@link io.pystrix.agi.internal.ReplyReader}, by way of
 * {@link io.pystrix.agi.internal.LineSource#of}. A hang-up that is told by other means
 * than the stream goes to the session's {@link io.pystrix.agi.internal.HangupNotice}.
 * {@link io.pystrix.agi.internal.EnvironmentReader} reads what a session starts with, and
 * {@link io.pystrix.agi.internal.ScriptRunner} runs a script and says how it ended. A
 * server lets its calls through a {@link io.pystrix.agi.internal.CallGate}.
 */
@NullMarked
package io.pystrix.agi.internal;

import org.jspecify.annotations.NullMarked;
