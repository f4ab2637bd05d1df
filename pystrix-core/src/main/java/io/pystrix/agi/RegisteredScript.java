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

	boolean hasPattern(Pattern other) {
		return this.pattern != null && this.pattern.pattern().equals(other.pattern())
				&& this.pattern.flags() == other.flags();
	}

}
