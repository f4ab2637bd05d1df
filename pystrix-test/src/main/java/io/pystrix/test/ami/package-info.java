/**
 * The AMI side of the fake Asterisk.
 * <p>
 * {@link io.pystrix.test.ami.AmiSimulator} is the server that a test starts,
 * {@link io.pystrix.test.ami.AmiAccount} is who may log in, see and do what. What goes
 * over the wire is an {@link io.pystrix.test.ami.AmiFrame}; what arrives is an
 * {@link io.pystrix.test.ami.AmiRequest}; what a test gives back is an
 * {@link io.pystrix.test.ami.AmiAnswer}, said beforehand
 * ({@link io.pystrix.test.ami.AmiStub}), made by an
 * {@link io.pystrix.test.ami.AmiHandler}, or later. What goes wrong is
 * {@link io.pystrix.test.ami.AmiFaults}. What a real Asterisk has sent is recorded by
 * {@link io.pystrix.test.ami.AmiRecorder} and replayed as an
 * {@link io.pystrix.test.ami.AmiTrace}.
 * <p>
 * Behind the wall, {@code AmiSession} is one connection, {@code RequestReader} and
 * {@code SessionOutput} are its two directions, and {@code ConnectionFaults} is what is
 * wrong with it. {@code Logins}, {@code Privileges} and {@code ClassSet} are about
 * rights; {@code ProgrammedAnswers} is what tests said, and {@code BuiltInActions} and
 * {@code CoreActions} answer the rest.
 */
@NullMarked
package io.pystrix.test.ami;

import org.jspecify.annotations.NullMarked;
