package io.pystrix.agi.prompt;

import java.util.Optional;

/**
 * What came of a {@link Prompt}.
 *
 * @param <T> what the keys mean
 * @since 0.1.0
 */
public sealed interface PromptResult<T> {

	/**
	 * Returns what the caller entered.
	 * @return the value, empty if there was none that was valid
	 */
	default Optional<T> value() {
		return Optional.empty();
	}

	/**
	 * The caller entered something valid.
	 *
	 * @param <T> what the keys mean
	 * @param digits the keys, without the one that ended the input
	 * @param entered what they mean
	 */
	record Entered<T>(String digits, T entered) implements PromptResult<T> {

		@Override
		public Optional<T> value() {
			return Optional.of(this.entered);
		}

	}

	/**
	 * The caller entered something, but nothing valid in any attempt.
	 *
	 * @param <T> what the keys mean
	 * @param digits the keys of the last attempt
	 */
	record Invalid<T>(String digits) implements PromptResult<T> {

	}

	/**
	 * The caller pressed no key at the last attempt.
	 *
	 * @param <T> what the keys mean
	 */
	record NoInput<T>() implements PromptResult<T> {

	}

}
