package io.pystrix.agi;

import java.time.Duration;

/**
 * How a caller may wind a playback. Immutable: the methods return copies.
 *
 * @param skip how far a key winds, to the millisecond, more than zero
 * @param forward the keys that wind forward, empty for Asterisk's {@code #}
 * @param rewind the keys that wind back, empty for Asterisk's {@code *}
 * @param pause the keys that pause and go on, empty for none
 * @param offset where to start, to the millisecond
 */
public record PlaybackControls(Duration skip, String forward, String rewind, String pause, Duration offset) {

	/**
	 * What Asterisk does unless told otherwise: {@code #} and {@code *} wind 3 seconds,
	 * nothing pauses, playback starts at the start.
	 */
	public static final PlaybackControls DEFAULT = new PlaybackControls(Duration.ofSeconds(3), "#", "*", "",
			Duration.ZERO);

	/**
	 * Returns these controls with another step.
	 * @param skip how far a key winds, to the millisecond, more than zero
	 * @return the controls
	 */
	public PlaybackControls withSkip(Duration skip) {
		return new PlaybackControls(skip, this.forward, this.rewind, this.pause, this.offset);
	}

	/**
	 * Returns these controls with other keys for winding.
	 * @param forward the keys that wind forward, empty for Asterisk's {@code #}
	 * @param rewind the keys that wind back, empty for Asterisk's {@code *}
	 * @return the controls
	 */
	public PlaybackControls withWinding(String forward, String rewind) {
		return new PlaybackControls(this.skip, forward, rewind, this.pause, this.offset);
	}

	/**
	 * Returns these controls with other keys for pausing.
	 * @param pause the keys that pause and go on, empty for none
	 * @return the controls
	 */
	public PlaybackControls withPause(String pause) {
		return new PlaybackControls(this.skip, this.forward, this.rewind, pause, this.offset);
	}

	/**
	 * Returns these controls with another start.
	 * @param offset where to start, to the millisecond
	 * @return the controls
	 */
	public PlaybackControls withOffset(Duration offset) {
		return new PlaybackControls(this.skip, this.forward, this.rewind, this.pause, offset);
	}

}
