/**
 * The AMI side of the fake Asterisk.
 * <p>
 * {@link io.pystrix.test.ami.AmiSimulator} is the server that a test starts. What goes
 * over the wire is an {@link io.pystrix.test.ami.AmiFrame}; what arrives is an
 * {@link io.pystrix.test.ami.AmiRequest}; what a test's
 * {@link io.pystrix.test.ami.AmiHandler} gives back is an
 * {@link io.pystrix.test.ami.AmiAnswer}. Behind the wall, {@code AmiSession} is one
 * connection, {@code RequestReader} and {@code SessionOutput} are its two directions, and
 * {@code BuiltInActions} answers what no handler answers.
 */
@NullMarked
package io.pystrix.test.ami;

import org.jspecify.annotations.NullMarked;
