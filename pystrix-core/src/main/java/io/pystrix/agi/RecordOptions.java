package io.pystrix.agi;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What ends a recording and how it begins. Immutable: the methods return copies.
 *
 * @param escapeDigits the keys that end it, may be empty
 * @param maxLength how long it may last, to the millisecond; {@code null} for no limit
 * @param maxSilence how long a silence ends it, in whole seconds and rounded up;
 * {@code null} if none does
 * @param beep whether a beep is played before
 * @param offset where in a file that is there already to begin, in samples
 */
public record RecordOptions(String escapeDigits, @Nullable Duration maxLength, @Nullable Duration maxSilence,
		boolean beep, long offset) {

	/**
	 * Returns options with the keys that end the recording: no limit, no beep, from the
	 * start of the file.
	 * @param escapeDigits the keys, may be empty
	 * @return the options
	 */
	public static RecordOptions until(String escapeDigits) {
		return new RecordOptions(escapeDigits, null, null, false, 0);
	}

	/**
	 * Returns these options with a limit.
	 * @param maxLength how long the recording may last, to the millisecond
	 * @return the options
	 */
	public RecordOptions withMaxLength(Duration maxLength) {
		return new RecordOptions(this.escapeDigits, maxLength, this.maxSilence, this.beep, this.offset);
	}

	/**
	 * Returns these options with a silence that ends the recording.
	 * @param maxSilence how long, in whole seconds and rounded up
	 * @return the options
	 */
	public RecordOptions withMaxSilence(Duration maxSilence) {
		return new RecordOptions(this.escapeDigits, this.maxLength, maxSilence, this.beep, this.offset);
	}

	/**
	 * Returns these options with a beep before the recording.
	 * @return the options
	 */
	public RecordOptions withBeep() {
		return new RecordOptions(this.escapeDigits, this.maxLength, this.maxSilence, true, this.offset);
	}

	/**
	 * Returns these options with another place to begin at.
	 * @param offset where in a file that is there already, in samples
	 * @return the options
	 */
	public RecordOptions withOffset(long offset) {
		return new RecordOptions(this.escapeDigits, this.maxLength, this.maxSilence, this.beep, offset);
	}

}
