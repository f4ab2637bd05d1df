/**
 * What both sides of the library need and no user types:
 * <ul>
 * <li>{@link io.pystrix.internal.Threads} makes the threads that run user code.</li>
 * <li>{@link io.pystrix.internal.CompletionExecutor} completes the futures of users,
 * whatever their executor does.</li>
 * <li>{@link io.pystrix.internal.StayAlive} keeps the JVM running while a service that
 * has daemon threads only is in use.</li>
 * <li>{@link io.pystrix.internal.WatchedOutput} tells of a peer that does not read,
 * {@link io.pystrix.internal.Charsets} of a charset that breaks quoting.</li>
 * <li>{@link io.pystrix.internal.Loggable} makes exceptions of user code fit for a log,
 * even those whose message throws.</li>
 * <li>{@link io.pystrix.internal.Printable} makes what a stranger wrote fit for a
 * log.</li>
 * <li>{@link io.pystrix.internal.SecretNames} says what is secret;
 * {@link io.pystrix.internal.TextMask}, {@link io.pystrix.internal.AgiMask} and
 * {@link io.pystrix.internal.VariableMap} mask it.</li>
 * </ul>
 */
@NullMarked
package io.pystrix.internal;

import org.jspecify.annotations.NullMarked;
