package io.pystrix.agi;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;

import org.jspecify.annotations.Nullable;

/**
 * A script together with the match that led to it. Immutable.
 *
 * @since 0.1.0
 */
public final class ScriptMatch {

	private final RegisteredScript script;

	// Kept for its named groups, which a MatchResult of Java 17 does not have
	private final @Nullable Matcher matcher;

	ScriptMatch(RegisteredScript script, @Nullable Matcher matcher) {
		this.script = script;
		this.matcher = matcher;
	}

	/**
	 * Returns the script.
	 * @return the script
	 */
	public RegisteredScript script() {
		return this.script;
	}

	/**
	 * Returns the script's code.
	 * @return the handler
	 */
	public AgiHandler handler() {
		return this.script.handler();
	}

	/**
	 * Returns how the path matched.
	 * @return the match, {@code null} for the default script
	 */
	public @Nullable MatchResult result() {
		return (this.matcher != null) ? this.matcher.toMatchResult() : null;
	}

	@Nullable String group(int group) {
		return (this.matcher != null) ? this.matcher.group(group) : null;
	}

	@Nullable String group(String name) {
		return (this.matcher != null) ? this.matcher.group(name) : null;
	}

}
