/**
 * What is measured, one contender in one JVM.
 * <p>
 * {@link io.pystrix.benchmarks.subject.Flood},
 * {@link io.pystrix.benchmarks.subject.Lists},
 * {@link io.pystrix.benchmarks.subject.Pings},
 * {@link io.pystrix.benchmarks.subject.HungListener},
 * {@link io.pystrix.benchmarks.subject.Calls} and
 * {@link io.pystrix.benchmarks.subject.HeldCalls} are the work;
 * {@link io.pystrix.benchmarks.subject.Contender} says who does it, and a
 * {@link io.pystrix.benchmarks.subject.Sample} what came out. The classes named after a
 * contender are written as its users would write them, with its defaults but for one:
 * pystrix' mailbox has room for a whole flood.
 */
@NullMarked
package io.pystrix.benchmarks.subject;

import org.jspecify.annotations.NullMarked;
