/**
 * What the author of a call script types, whichever way the call arrives.
 * <p>
 * An {@link io.pystrix.agi.AgiHandler} is a script. It gets an
 * {@link io.pystrix.agi.Agi}, which carries commands to Asterisk and waits for their
 * results, and an {@link io.pystrix.agi.AgiRequest}, which says what was called and by
 * whom. A {@link io.pystrix.agi.ScriptRegistry} finds the script for a path, with
 * {@link io.pystrix.agi.AgiInterceptor}s around it; {@link io.pystrix.agi.AgiListener}s
 * are told how calls and commands end. An {@link io.pystrix.agi.AgiCommand} is one
 * command as a value: the ready-made ones are in {@code io.pystrix.agi.command}. Failures
 * are {@link io.pystrix.agi.AgiException}s, and a caller who hangs up is an
 * {@link io.pystrix.agi.AgiHangupException}.
 * <p>
 * This package knows none of its neighbours. The transports in {@code fastagi},
 * {@code process} and {@code async} build on {@code internal}, which builds on
 * {@code command} and on this. {@code prompt} asks callers, with nothing but this.
 */
@NullMarked
package io.pystrix.agi;

import org.jspecify.annotations.NullMarked;
