package io.pystrix.agi;

import java.util.Optional;

/**
 * A recording that has been made.
 *
 * @param digit the key that ended it, empty if that was the time or a silence
 * @param length where the recording ends, in samples; 0 if the key was pressed during the
 * beep, so that nothing was recorded
 * @since 0.1.0
 */
public record Recording(Optional<Character> digit, long length) {

}
