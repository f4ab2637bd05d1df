/**
 * Runs the load programs and prints what came out.
 * <p>
 * {@link io.pystrix.benchmarks.load.LoadRun} is the program. A {@code LoadProgram} is one
 * kind of load, a {@code ChildJvm} the process of a contender or of its peer, and
 * {@code Table} the result in Markdown.
 */
@NullMarked
package io.pystrix.benchmarks.load;

import org.jspecify.annotations.NullMarked;
