package io.pystrix.agi;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.pystrix.internal.SecretNames;
import org.jspecify.annotations.Nullable;

/**
 * What the log of AGI's commands and replies leaves out. They are logged at TRACE by the
 * logger {@value #LOGGER}, one line each: the channel, {@code >} for a command or
 * {@code <} for a reply, and the text. Each secret is replaced by {@code ******}. The
 * exceptions of a call, and the text of every {@link AgiCommand}, leave out the same.
 * <p>
 * By default, values are secret if the name of their variable, database key or parameter
 * says so: if it contains {@code passw}, {@code passphrase}, {@code passcode},
 * {@code pwd}, {@code secret}, {@code token}, {@code credential}, {@code authorization},
 * {@code md5cred}, {@code apikey} or {@code privatekey}, or has {@code pin} or
 * {@code pass} as a word, as {@code USER_PIN} and {@code userPin} do; so is the password
 * of the applications {@code Authenticate} and {@code DISA}.
 * <p>
 * Over AsyncAGI, commands and replies are also in the log of AMI, which has
 * {@linkplain io.pystrix.ami.ManagerBuilder#wireLogMaskedNames options of its own}.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class WireLogOptions {

	/** The name of the logger. */
	public static final String LOGGER = "io.pystrix.agi.wire";

	/** Masks what is secret by its name, and nothing else. */
	public static final WireLogOptions DEFAULTS = new WireLogOptions(List.of(), false);

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
		return SecretNames.DEFAULT.test(name) || this.variables.stream().anyMatch(name::equalsIgnoreCase);
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
