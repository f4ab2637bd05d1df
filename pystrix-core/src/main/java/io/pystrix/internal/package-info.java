/**
 * What both sides of the library need and no user types:
 * <ul>
 * <li>{@link io.pystrix.internal.Threads} makes the threads that run user code.</li>
 * <li>{@link io.pystrix.internal.WatchedOutput} tells of a peer that does not read,
 * {@link io.pystrix.internal.Charsets} of a charset that breaks quoting.</li>
 * <li>{@link io.pystrix.internal.Printable} makes what a stranger wrote fit for a
 * log.</li>
 * </ul>
 */
@NullMarked
package io.pystrix.internal;

import org.jspecify.annotations.NullMarked;
