package io.pystrix.agi;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A script in a {@link ScriptRegistry}.
 *
 * @since 0.1.0
 */
public final class RegisteredScript {

	private final Values values;

	RegisteredScript(String name, @Nullable Pattern pattern, AgiHandler handler) {
		this.values = new Values(name, pattern, handler);
	}

	/**
	 * {@return what the script is called in logs and metrics}
	 */
	public String name() {
		return this.values.name();
	}

	/**
	 * {@return the paths that the script serves, {@code null} for the default script}
	 */
	public @Nullable Pattern pattern() {
		return this.values.pattern();
	}

	/**
	 * {@return the script}
	 */
	public AgiHandler handler() {
		return this.values.handler();
	}

	/**
	 * Says where the code of the script is, for people who look for it.
	 * @return what {@code toString} of the handler says: of a script that is a Spring
	 * bean, the bean and the method
	 */
	public String description() {
		return this.values.handler().toString();
	}

	boolean hasPattern(Pattern other) {
		return this.values.pattern() != null && this.values.pattern().pattern().equals(other.pattern())
				&& this.values.pattern().flags() == other.flags();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof RegisteredScript that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "RegisteredScript");
	}

	private record Values(String name, @Nullable Pattern pattern, AgiHandler handler) {

	}

}
