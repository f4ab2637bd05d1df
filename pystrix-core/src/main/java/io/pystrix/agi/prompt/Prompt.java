package io.pystrix.agi.prompt;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import io.pystrix.agi.Agi;

/**
 * A question that a caller answers by keys:
 *
 * <pre>{@code
 * static final Prompt<Integer> AMOUNT = Prompt.of(Announcement.of("enter-amount"))
 *     .digits(1, 4)
 *     .map(Integer::valueOf)
 *     .validate((amount) -> amount <= 1000)
 *     .onInvalid(Announcement.of("amount-too-large"));
 *
 * Optional<Integer> amount = AMOUNT.ask(agi).value();
 * }</pre>
 *
 * The caller may begin to type during the announcement, unless told otherwise. Up to
 * three attempts are made. Immutable: every method returns a new prompt.
 *
 * @param <T> what the keys mean
 * @since 0.1.0
 */
public final class Prompt<T> {

	private final PromptSettings settings;

	private final Function<String, Optional<T>> conversion;

	private Prompt(PromptSettings settings, Function<String, Optional<T>> conversion) {
		this.settings = settings;
		this.conversion = conversion;
	}

	/**
	 * Returns a prompt for one key.
	 * @param announcement what the caller hears
	 * @return the prompt
	 */
	public static Prompt<String> of(Announcement announcement) {
		return new Prompt<>(PromptSettings.of(announcement), Optional::of);
	}

	/**
	 * Sets how many keys are collected. Input ends at the last one, at a
	 * {@linkplain #terminators terminator}, or when the caller stops to type.
	 * @param min how many are needed, not negative
	 * @param max how many are enough, at least 1 and {@code min}
	 * @return the changed prompt
	 */
	public Prompt<T> digits(int min, int max) {
		if (min < 0 || max < 1 || max < min) {
			throw new IllegalArgumentException("Not a number of keys: " + min + " to " + max);
		}
		return with(this.settings.withDigits(min, max));
	}

	/**
	 * Sets the keys that end the input. They are never part of it.
	 * @param keys the keys, empty for none; default: {@code #}
	 * @return the changed prompt
	 */
	public Prompt<T> terminators(String keys) {
		return with(this.settings.withTerminators(DigitCollector.keys(keys)));
	}

	/**
	 * Sets how long to wait for the first key after the announcement.
	 * @param timeout the time, to the millisecond, more than zero; default: 5 seconds
	 * @return the changed prompt
	 */
	public Prompt<T> firstDigitTimeout(Duration timeout) {
		return with(this.settings.withFirstDigitTimeout(positive(timeout)));
	}

	/**
	 * Sets how long to wait for each further key.
	 * @param timeout the time, to the millisecond, more than zero; default: 3 seconds
	 * @return the changed prompt
	 */
	public Prompt<T> interDigitTimeout(Duration timeout) {
		return with(this.settings.withInterDigitTimeout(positive(timeout)));
	}

	/**
	 * Sets how often the caller is asked before the prompt gives up.
	 * @param attempts the number, at least 1; default: 3
	 * @return the changed prompt
	 */
	public Prompt<T> attempts(int attempts) {
		if (attempts < 1) {
			throw new IllegalArgumentException("Not a number of attempts: " + attempts);
		}
		return with(this.settings.withAttempts(attempts));
	}

	/**
	 * Sets what the caller hears before the next attempt if the input was not valid.
	 * @param announcement what to say; default: nothing
	 * @return the changed prompt
	 */
	public Prompt<T> onInvalid(Announcement announcement) {
		return with(this.settings.withOnInvalid(announcement));
	}

	/**
	 * Sets what the caller hears before the next attempt if there was no input.
	 * @param announcement what to say; default: nothing
	 * @return the changed prompt
	 */
	public Prompt<T> onNoInput(Announcement announcement) {
		return with(this.settings.withOnNoInput(announcement));
	}

	/**
	 * Makes the caller listen to the whole announcement: keys that are pressed meanwhile
	 * are ignored.
	 * @return the changed prompt
	 */
	public Prompt<T> withoutBargeIn() {
		return with(this.settings.withBargeIn(false));
	}

	/**
	 * Sets what the input means.
	 * @param <R> the meaning
	 * @param meaning turns input into its meaning; an {@link IllegalArgumentException}
	 * (such as that of {@link Integer#valueOf(String)}) or {@code null} says that it is
	 * not valid, anything else that it throws ends {@link #ask}
	 * @return the changed prompt
	 */
	public <R> Prompt<R> map(Function<? super T, ? extends R> meaning) {
		return new Prompt<>(this.settings, (digits) -> this.conversion.apply(digits).flatMap((value) -> {
			try {
				return Optional.<R>ofNullable(meaning.apply(value));
			}
			catch (IllegalArgumentException ex) {
				return Optional.empty();
			}
		}));
	}

	/**
	 * Adds a check.
	 * @param condition whether the input is valid; what it throws ends {@link #ask}
	 * @return the changed prompt
	 */
	public Prompt<T> validate(Predicate<? super T> condition) {
		return new Prompt<>(this.settings, (digits) -> this.conversion.apply(digits).filter(condition));
	}

	/**
	 * Asks the caller, and waits for the answer. Throws what the commands throw: an
	 * {@link io.pystrix.agi.AgiHangupException} if the caller hangs up, an
	 * {@link io.pystrix.agi.AgiApplicationException} if a sound file is missing.
	 * @param agi the call
	 * @return what came of it, in the last attempt that was made
	 */
	public PromptResult<T> ask(Agi agi) {
		PromptResult<T> result = attempt(agi, this.settings.announcement());
		for (int i = 1; i < this.settings.attempts() && result.value().isEmpty(); i++) {
			Announcement reason = (result instanceof PromptResult.NoInput) ? this.settings.onNoInput()
					: this.settings.onInvalid();
			result = attempt(agi, reason.then(this.settings.announcement()));
		}
		return result;
	}

	private PromptResult<T> attempt(Agi agi, Announcement announcement) {
		Optional<String> input = new DigitCollector(agi, this.settings).collect(announcement);
		if (input.isEmpty()) {
			return new PromptResult.NoInput<>();
		}
		String digits = input.get();
		if (digits.length() < this.settings.min()) {
			return new PromptResult.Invalid<>(digits);
		}
		return this.conversion.apply(digits)
			.<PromptResult<T>>map((value) -> new PromptResult.Entered<>(digits, value))
			.orElseGet(() -> new PromptResult.Invalid<>(digits));
	}

	private Prompt<T> with(PromptSettings changed) {
		return new Prompt<>(changed, this.conversion);
	}

	private static Duration positive(Duration timeout) {
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("Not a time-out: " + timeout);
		}
		return timeout;
	}

}
