/**
 * The engine below the messages: bytes, threads and time, and no AMI type.
 * <ul>
 * <li>{@link io.pystrix.ami.internal.FrameReader} cuts what Asterisk sends into messages,
 * {@link io.pystrix.ami.internal.HeaderIndex} finds the headers in one,
 * {@link io.pystrix.ami.internal.RequestEncoder} makes the bytes of a request.</li>
 * <li>{@link io.pystrix.ami.internal.Secrets} shows a message without its secrets.</li>
 * <li>{@link io.pystrix.ami.internal.Mailbox} stands between the reader and a
 * listener.</li>
 * <li>{@link io.pystrix.ami.internal.RouteCache} remembers by name who wants an
 * event.</li>
 * </ul>
 * Nothing here is for users; it may change in any release.
 */
@NullMarked
package io.pystrix.ami.internal;

import org.jspecify.annotations.NullMarked;
