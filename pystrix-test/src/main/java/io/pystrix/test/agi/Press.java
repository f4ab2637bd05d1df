package io.pystrix.test.agi;

import java.time.Duration;

/**
 * Digits to press once a certain command has begun.
 *
 * @param command the words that the command's line begins with, or the file it plays
 * @param file whether {@code command} is a file
 * @param after how long after the command's begin, in the call's own time
 * @param digits the digits; empty to hang up instead
 */
record Press(String command, boolean file, Duration after, String digits) {

}
