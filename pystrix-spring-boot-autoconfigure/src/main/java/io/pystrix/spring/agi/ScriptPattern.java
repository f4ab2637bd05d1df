package io.pystrix.spring.agi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.pystrix.spring.support.BeanMethod;
import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Checks what an annotation says about paths, and the groups that a method wants.
 */
final class ScriptPattern {

	private ScriptPattern() {
	}

	/**
	 * Compiles the pattern of a script.
	 * @param regex the expression, placeholders resolved
	 * @param defaultScript whether the script is the default one
	 * @param handler the script, for messages
	 * @return the pattern, {@code null} for the default script
	 */
	static @Nullable Pattern compile(String regex, boolean defaultScript, Object handler) {
		if (defaultScript != regex.isEmpty()) {
			throw new InvalidHandlerException(handler, defaultScript ? "The default script has no pattern."
					: "@AgiScript needs a pattern, or 'defaultScript = true'.");
		}
		try {
			return defaultScript ? null : Pattern.compile(regex);
		}
		catch (PatternSyntaxException ex) {
			throw new InvalidHandlerException(handler,
					"The pattern '" + regex + "' is no regular expression: " + ex.getDescription() + ".", ex);
		}
	}

	/**
	 * Checks that a pattern has the groups that a method wants.
	 * @param pattern the pattern, {@code null} for the default script
	 * @param method the method
	 */
	static void checkGroups(@Nullable Pattern pattern, BeanMethod method) {
		for (MethodParameter parameter : method.parameters()) {
			AgiGroup group = Parameters.annotation(parameter, AgiGroup.class);
			String name = (group != null) ? Parameters.nameOr(group.value(), method, parameter) : null;
			if (name != null && (pattern == null || !hasGroup(pattern, name))) {
				throw new InvalidHandlerException(method,
						"There is no group '" + name + "' in "
								+ ((pattern != null) ? "the pattern '" + pattern + "'" : "a default script")
								+ ", which " + Parameters.describe(parameter) + " wants.");
			}
		}
	}

	private static boolean hasGroup(Pattern pattern, String group) {
		if (CallValue.isNumber(group)) {
			return Integer.parseInt(group) <= pattern.matcher("").groupCount();
		}
		// Java 17 tells the names of groups only to those who have a match, and the
		// pattern with an empty alternative always has one
		Matcher matcher = Pattern.compile(pattern.pattern() + "\n|", pattern.flags()).matcher("");
		try {
			return !matcher.lookingAt() || matcher.start(group) < 1;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
