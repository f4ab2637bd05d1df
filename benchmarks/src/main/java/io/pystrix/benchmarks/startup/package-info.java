/**
 * How long a process AGI takes to start. {@code StartupRun} is the Asterisk,
 * {@code StartupScript} the script, {@code Floor} what the Java VM itself needs, and
 * {@code StartupJar} what both are started from.
 */
@NullMarked
package io.pystrix.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
