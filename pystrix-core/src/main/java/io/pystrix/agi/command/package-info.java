/**
 * Asterisk's AGI commands as immutable values: {@code agi.execute(new SayDigits("123"))}.
 * The commands are those of {@code commands[]} in res/res_agi.c and, for {@code GOSUB},
 * of apps/app_stack.c: the releases 13 to 23 have the same ones, and allow the same ones
 * after the hang-up.
 * <p>
 * Each checks its arguments when it is created and makes a typed result out of Asterisk's
 * reply. {@link io.pystrix.agi.command.DigitCommand} is the shape of those that a key may
 * interrupt. {@link io.pystrix.agi.Agi} has a method for each.
 */
@NullMarked
package io.pystrix.agi.command;

import org.jspecify.annotations.NullMarked;
