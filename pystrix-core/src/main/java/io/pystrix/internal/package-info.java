/**
 * What both sides of the library need and no user types:
 * {@link io.pystrix.internal.Threads} makes the threads that run user code.
 */
@NullMarked
package io.pystrix.internal;

import org.jspecify.annotations.NullMarked;
