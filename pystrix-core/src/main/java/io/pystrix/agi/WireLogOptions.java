package io.pystrix.agi;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the log of AGI's commands and replies leaves out. They are logged at TRACE by the
 * logger {@value #LOGGER}, one line each: the channel, {@code >} for a command or
 * {@code <} for a reply, and the text. Each secret is replaced by {@code ****}.
 * <p>
 * By default, values are secret if the name of their variable or database key contains
 * {@code password}, {@code passwd}, {@code passphrase}, {@code secret}, {@code token} or
 * {@code credential}, or has {@code pin} as a word of its own, as {@code USER_PIN} does;
 * so is the password of the applications {@code Authenticate} and {@code DISA}.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class WireLogOptions {

	/** The name of the logger. */
	public static final String LOGGER = "io.pystrix.agi.wire";

	/** Masks what is secret by its name, and nothing else. */
	public static final WireLogOptions DEFAULTS = new WireLogOptions(List.of(), false);

	private static final Pattern SECRET = Pattern
		.compile("passw(or)?d|passphrase|secret|token|credential|(?<![a-z])pin(?![a-z])", Pattern.CASE_INSENSITIVE);

	private final List<String> variables;

	private final boolean digits;

	private WireLogOptions(List<String> variables, boolean digits) {
		this.variables = variables;
		this.digits = digits;
	}

	/**
	 * Also masks the values of certain variables and database keys.
	 * @param names the names, in upper or lower case
	 * @return options that mask these, too
	 */
	public WireLogOptions withMaskedVariables(Collection<String> names) {
		return new WireLogOptions(Stream.concat(this.variables.stream(), names.stream()).toList(), this.digits);
	}

	/**
	 * Also masks everything that callers enter or say: the results of {@code GET DATA},
	 * {@code WAIT FOR DIGIT} and all other commands that report digits, text or speech;
	 * and what {@code SAY DIGITS} and the like read back to them.
	 * @return options that mask these, too
	 */
	public WireLogOptions withMaskedDigits() {
		return new WireLogOptions(this.variables, true);
	}

	/**
	 * Returns whether the value of a variable or database key is masked.
	 * @param name the name
	 * @return whether it is secret
	 */
	public boolean masksVariable(String name) {
		return SECRET.matcher(name).find() || this.variables.stream().anyMatch(name::equalsIgnoreCase);
	}

	/**
	 * Returns whether what callers enter or say is masked.
	 * @return whether it is secret
	 */
	public boolean masksDigits() {
		return this.digits;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof WireLogOptions that && this.digits == that.digits
				&& this.variables.equals(that.variables);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.variables, this.digits);
	}

	@Override
	public String toString() {
		return "WireLogOptions[maskedVariables=" + this.variables + ", maskedDigits=" + this.digits + "]";
	}

}
