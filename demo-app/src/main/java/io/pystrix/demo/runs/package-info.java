/**
 * Follows the scripts that run, command by command.
 * <p>
 * {@code ScriptRuns} listens to all of them and keeps the latest: a {@code Run} is one
 * script on one call, and its dialogue a list of {@code LineItem}s.
 */
@NullMarked
package io.pystrix.demo.runs;

import org.jspecify.annotations.NullMarked;
