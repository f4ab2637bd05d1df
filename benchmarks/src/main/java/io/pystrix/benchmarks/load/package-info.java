/**
 * Runs the load programs and prints what came out.
 * <p>
 * {@link io.pystrix.benchmarks.load.Report} measures everything with several JDKs and
 * writes the tables of the document; a {@code JdkReport} is what one of them brought, a
 * {@code Goal} judges it. {@link io.pystrix.benchmarks.load.LoadRun} measures the load
 * programs only. A {@code LoadProgram} is one kind of load, {@code Results} its rounds,
 * {@code Table} those in Markdown, and a {@code ChildJvm} the process of a contender or
 * of its peer. What is no race of contenders is in {@code HeldCallsRun},
 * {@code HungListenerRun}, {@code DemoStart} and {@code Microbenchmarks}.
 */
@NullMarked
package io.pystrix.benchmarks.load;

import org.jspecify.annotations.NullMarked;
