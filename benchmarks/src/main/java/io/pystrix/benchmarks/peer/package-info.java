/**
 * The pretended Asterisk, as cheap as can be, so that it is not what is measured.
 * <p>
 * {@link io.pystrix.benchmarks.peer.AmiPeer} is an AMI server that replays a
 * {@link io.pystrix.benchmarks.peer.Capture}.
 * {@link io.pystrix.benchmarks.peer.AgiCaller} is an Asterisk that makes FastAGI calls,
 * {@link io.pystrix.benchmarks.peer.HoldingCaller} one that holds very many.
 */
@NullMarked
package io.pystrix.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
