/**
 * AGI as a process that Asterisk starts for each call. {@link ProcessAgi} is the
 * entrance: it runs the script that the command line names ({@code HandlerLoader}) or
 * that a program hands over ({@link ProcessAgiBuilder}). Commands go to the standard
 * output and replies come from the standard input ({@code ProcessCall}), the hang-up
 * comes as a SIGHUP ({@code Sighup}), and with EAGI() what the caller says comes on a
 * further file descriptor ({@code EagiAudio}).
 */
@NullMarked
package io.pystrix.agi.process;

import org.jspecify.annotations.NullMarked;
