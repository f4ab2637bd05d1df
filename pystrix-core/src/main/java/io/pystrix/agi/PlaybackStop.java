package io.pystrix.agi;

import java.time.Duration;

/**
 * A key that the caller pressed to stop a playback that can be wound.
 *
 * @param digit the key: {@code 0} to {@code 9}, {@code *}, {@code #}, {@code A} to
 * {@code D}
 * @param offset where in the file playback stopped, to the millisecond
 * @since 0.1.0
 */
public record PlaybackStop(char digit, Duration offset) {

}
