/**
 * AGI as a process that Asterisk starts: commands on the standard output, replies on the
 * standard input, the hang-up as a SIGHUP, and with EAGI() the caller's audio on a
 * further file descriptor.
 */
@NullMarked
package io.pystrix.agi.process;

import org.jspecify.annotations.NullMarked;
