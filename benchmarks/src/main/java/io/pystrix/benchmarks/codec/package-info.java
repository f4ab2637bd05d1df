/**
 * What JMH measures: messages into headers, and lines into replies, without a socket.
 */
@NullMarked
package io.pystrix.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
