/**
 * AGI over a network.
 * <p>
 * A {@link io.pystrix.agi.fastagi.FastAgiServer}, made by a
 * {@link io.pystrix.agi.fastagi.FastAgiServerBuilder}, listens for calls and runs a
 * script for each; {@link io.pystrix.agi.fastagi.FastAgiListener} is told of them.
 * Inside, from the socket on: an acceptor takes the connections, a reception hears what
 * each of them wants, on a thread of its own, and a gate (of {@code agi.internal}) lets
 * as many through as calls as there may be at once; a connection and its call are a
 * {@link io.pystrix.agi.fastagi.FastAgiCall}. All of them belong to one run of the server
 * and are thrown away when it stops. A run that serves calls one by one has no thread:
 * acceptor and call use that of whoever asks for a call.
 */
@NullMarked
package io.pystrix.agi.fastagi;

import org.jspecify.annotations.NullMarked;
