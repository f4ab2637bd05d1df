/**
 * Asterisk from Java. {@code io.pystrix.agi} serves calls, {@code io.pystrix.ami}
 * controls the PBX; start with {@code io.pystrix.agi.fastagi.FastAgiServer} or
 * {@code io.pystrix.ami.Manager}. This package holds only what marks the API of both.
 */
@NullMarked
package io.pystrix;

import org.jspecify.annotations.NullMarked;
