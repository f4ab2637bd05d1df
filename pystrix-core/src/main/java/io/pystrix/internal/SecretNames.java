package io.pystrix.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells by the name of a header, variable, database key or setting whether its value is a
 * secret. The one rule for AMI and AGI, and for logs, exceptions and {@code toString}.
 *
 * @since 0.1.0
 */
public final class SecretNames {

	/** Takes the place of a secret. */
	public static final String MASK = "******";

	/** The names that are secret without being listed. */
	public static final Predicate<String> DEFAULT = SecretNames::isSecret;

	// passw: password, passwd and the German Passwort. Names that only begin or end with
	// a short word, such as SHIPPING and compass, are none
	private static final Pattern SECRET = Pattern
		.compile("(?i:passw|pass_?(?:phrase|code)|pwd|secret|token|credential|authorization|cookie|md5_?cred"
				+ "|(?:api|private|access)[_-]?key|oauth_?client_?id|pin[_-]?code)"
				+ "|(?i:(?<![A-Za-z])(?:cv[vc]2?|otp)(?![A-Za-z]))"
				+ "|(?<![A-Za-z])(?:pass|PASS)(?![A-Za-z])|Pass(?![a-z])|[Pp]in(?![a-z])|PIN(?![A-Za-z])");

	// Variables that channels inherit start with an underscore or two
	private static final Pattern NAME = Pattern.compile("_*+([\\w.-]++)");

	private SecretNames() {
	}

	private static boolean isSecret(String name) {
		return SECRET.matcher(name).find();
	}

	/**
	 * Returns whether a text mentions a secret name: as such, as in {@code __PIN}, or in
	 * an expression, as in {@code HASH(account,pin)}.
	 * @param text the text
	 * @param secret which names are secret
	 * @return whether there is one
	 */
	public static boolean anyIn(String text, Predicate<String> secret) {
		return NAME.matcher(text).results().anyMatch((name) -> secret.test(name.group(1)));
	}

	/**
	 * Returns a rule that also covers listed names.
	 * @param listed the names, in upper or lower case
	 * @return the rule
	 */
	public static Predicate<String> and(Collection<String> listed) {
		Set<String> names = listed.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
		return names.isEmpty() ? DEFAULT : (name) -> isSecret(name) || names.contains(name.toLowerCase(Locale.ROOT));
	}

}
