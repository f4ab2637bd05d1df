/**
 * Asterisk's AGI commands as immutable values: {@code agi.execute(new SayDigits("123"))}.
 * <p>
 * Each checks its arguments when it is created and makes a typed result out of Asterisk's
 * reply. {@link io.pystrix.agi.command.DigitCommand} is the shape of those that a key may
 * interrupt. {@link io.pystrix.agi.Agi} has a method for each.
 */
@NullMarked
package io.pystrix.agi.command;

import org.jspecify.annotations.NullMarked;
