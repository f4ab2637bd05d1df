package io.pystrix.agi;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What ends a recording and how it begins. Immutable: the methods return copies.
 *
 * @since 0.1.0
 */
public final class RecordOptions {

	private final Values values;

	private RecordOptions(String escapeDigits, @Nullable Duration maxLength, @Nullable Duration maxSilence,
			boolean beep, long offset) {
		this.values = new Values(escapeDigits, maxLength, maxSilence, beep, offset);
	}

	/**
	 * {@return the keys that end the recording, may be empty}
	 */
	public String escapeDigits() {
		return this.values.escapeDigits();
	}

	/**
	 * {@return how long the recording may last, to the millisecond; {@code null} for no
	 * limit}
	 */
	public @Nullable Duration maxLength() {
		return this.values.maxLength();
	}

	/**
	 * {@return the silence that ends the recording, in whole seconds and rounded up;
	 * {@code null} if none does}
	 */
	public @Nullable Duration maxSilence() {
		return this.values.maxSilence();
	}

	/**
	 * {@return whether a beep is played before the recording}
	 */
	public boolean beep() {
		return this.values.beep();
	}

	/**
	 * {@return where in a file that is there already to begin, in samples}
	 */
	public long offset() {
		return this.values.offset();
	}

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
		return new RecordOptions(this.values.escapeDigits(), maxLength, this.values.maxSilence(), this.values.beep(),
				this.values.offset());
	}

	/**
	 * Returns these options with a silence that ends the recording.
	 * @param maxSilence how long, in whole seconds and rounded up
	 * @return the options
	 */
	public RecordOptions withMaxSilence(Duration maxSilence) {
		return new RecordOptions(this.values.escapeDigits(), this.values.maxLength(), maxSilence, this.values.beep(),
				this.values.offset());
	}

	/**
	 * Returns these options with a beep before the recording.
	 * @return the options
	 */
	public RecordOptions withBeep() {
		return new RecordOptions(this.values.escapeDigits(), this.values.maxLength(), this.values.maxSilence(), true,
				this.values.offset());
	}

	/**
	 * Returns these options with another place to begin at.
	 * @param offset where in a file that is there already, in samples
	 * @return the options
	 */
	public RecordOptions withOffset(long offset) {
		return new RecordOptions(this.values.escapeDigits(), this.values.maxLength(), this.values.maxSilence(),
				this.values.beep(), offset);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof RecordOptions that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "RecordOptions");
	}

	private record Values(String escapeDigits, @Nullable Duration maxLength, @Nullable Duration maxSilence,
			boolean beep, long offset) {

	}

}
