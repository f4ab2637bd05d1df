package io.pystrix.test.agi;

import org.jspecify.annotations.Nullable;

/**
 * A command that a scripted call expects, and what it answers.
 *
 * @param command the command line, exactly
 * @param reply the reply without its line end, or {@code null} for none
 * @param hangUp whether the channel hangs up behind the reply
 * @param close whether the connection closes behind the reply
 */
record Expectation(String command, @Nullable String reply, boolean hangUp, boolean close) {

}
