/**
 * Calls, from the request to the hang-up.
 * <p>
 * A {@link io.pystrix.demo.calls.Call} is what is known of a call at one moment, and a
 * {@link io.pystrix.demo.calls.CallLog} keeps the latest of them. It is written by three:
 * {@code CallService}, which places calls, presses keys and hangs up; {@code CallEvents},
 * which listens to Asterisk; and the scripts. {@code CallController} shows it over HTTP,
 * {@code ChannelController} handles any channel, {@code CallProblems} says what went
 * wrong.
 * <p>
 * One id joins them: it is the ChannelId of the Originate, and so the unique id of the
 * channel in AMI's events and in the script's environment.
 */
@NullMarked
package io.pystrix.demo.calls;

import org.jspecify.annotations.NullMarked;
