/**
 * Measures pystrix side by side with asterisk-java and with a raw socket that does
 * nothing else.
 * <p>
 * {@link io.pystrix.benchmarks.Main} starts everything. {@code codec} holds what JMH
 * measures, in one JVM. {@code load} runs the load programs, each contender in a JVM of
 * its own, and prints a table. {@code subject} holds what is measured there, and
 * {@code peer} what it talks to: the pretended Asterisk. {@code startup} measures how
 * long a process AGI takes to start.
 */
@NullMarked
package io.pystrix.benchmarks;

import org.jspecify.annotations.NullMarked;
