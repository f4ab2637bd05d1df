package io.pystrix.agi;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A script in a {@link ScriptRegistry}.
 *
 * @param name what it is called in logs and metrics
 * @param pattern the paths that it serves, {@code null} for the default script
 * @param handler the script
 */
public record RegisteredScript(String name, @Nullable Pattern pattern, AgiHandler handler) {

	/**
	 * Says where the code of the script is, for people who look for it.
	 * @return what {@code toString} of the handler says: of a script that is a Spring
	 * bean, the bean and the method
	 */
	public String description() {
		return this.handler.toString();
	}

	boolean hasPattern(Pattern other) {
		return this.pattern != null && this.pattern.pattern().equals(other.pattern())
				&& this.pattern.flags() == other.flags();
	}

}
