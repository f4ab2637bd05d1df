package io.pystrix.agi;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a caller may wind a playback. Immutable: the methods return copies.
 *
 * @since 0.1.0
 */
public final class PlaybackControls {

	/**
	 * What Asterisk does unless told otherwise: {@code #} and {@code *} wind 3 seconds,
	 * nothing pauses, playback starts at the start.
	 */
	public static final PlaybackControls DEFAULTS = new PlaybackControls(Duration.ofSeconds(3), "#", "*", "",
			Duration.ZERO);

	private final Values values;

	private PlaybackControls(Duration skip, String forward, String rewind, String pause, Duration offset) {
		this.values = new Values(skip, forward, rewind, pause, offset);
	}

	/**
	 * {@return how far a key winds, to the millisecond, more than zero}
	 */
	public Duration skip() {
		return this.values.skip();
	}

	/**
	 * {@return the keys that wind forward, empty for Asterisk's {@code #}}
	 */
	public String forward() {
		return this.values.forward();
	}

	/**
	 * {@return the keys that wind back, empty for Asterisk's {@code *}}
	 */
	public String rewind() {
		return this.values.rewind();
	}

	/**
	 * {@return the keys that pause and go on, empty for none}
	 */
	public String pause() {
		return this.values.pause();
	}

	/**
	 * {@return where to start, to the millisecond}
	 */
	public Duration offset() {
		return this.values.offset();
	}

	/**
	 * Returns these controls with another step.
	 * @param skip how far a key winds, to the millisecond, more than zero
	 * @return the controls
	 */
	public PlaybackControls withSkip(Duration skip) {
		return new PlaybackControls(skip, this.values.forward(), this.values.rewind(), this.values.pause(),
				this.values.offset());
	}

	/**
	 * Returns these controls with other keys for winding.
	 * @param forward the keys that wind forward, empty for Asterisk's {@code #}
	 * @param rewind the keys that wind back, empty for Asterisk's {@code *}
	 * @return the controls
	 */
	public PlaybackControls withWinding(String forward, String rewind) {
		return new PlaybackControls(this.values.skip(), forward, rewind, this.values.pause(), this.values.offset());
	}

	/**
	 * Returns these controls with other keys for pausing.
	 * @param pause the keys that pause and go on, empty for none
	 * @return the controls
	 */
	public PlaybackControls withPause(String pause) {
		return new PlaybackControls(this.values.skip(), this.values.forward(), this.values.rewind(), pause,
				this.values.offset());
	}

	/**
	 * Returns these controls with another start.
	 * @param offset where to start, to the millisecond
	 * @return the controls
	 */
	public PlaybackControls withOffset(Duration offset) {
		return new PlaybackControls(this.values.skip(), this.values.forward(), this.values.rewind(),
				this.values.pause(), offset);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof PlaybackControls that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "PlaybackControls");
	}

	private record Values(Duration skip, String forward, String rewind, String pause, Duration offset) {

	}

}
