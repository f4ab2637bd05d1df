package io.pystrix.internal;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the secrets in text of any form: lines of configuration files, parameters of
 * addresses, JSON, commands of Asterisk's CLI and what they print.
 *
 * @since 0.1.0
 */
public final class TextMask {

	/**
	 * A name, what may close it, and what separates it from its value: {@code PIN=1},
	 * {@code "pin": "1"}, {@code pin => 1}, {@code HASH(user,pin)=1}, {@code pin%3D1},
	 * {@code 'PIN' set to '1'}; an escape may stand before it. Possessive, since it has
	 * to be linear in the length of whatever somebody sends.
	 */
	private static final Pattern ASSIGNMENT = Pattern.compile(
			"(?<![\\w./-])(?:(?<=%)[0-9A-F]{2})?+([\\w./-]++)[\\\\'\")\\]}]{0,4}+[ \\t]*+(?:=>?|[:>]|%3[Dd]|set to)[ \\t]*+");

	/** A name and whatever follows it as a word of its own. */
	private static final Pattern WORD = Pattern.compile("(?<![\\w./-])([\\w./-]++)[\"')]?[ \\t]++(?=\\S)");

	private static final Pattern PASSWORD_APPLICATION = Pattern
		.compile("(?i)(?<![\\w./-])(?:Authenticate|DISA|MeetMe)(?:[ \\t]++|\\()(?=\\S)");

	/**
	 * The password in {@code https://user:password@host} and
	 * {@code IAX2/user:password@host}. Of bounded length, to be linear.
	 */
	private static final Pattern USER_INFO = Pattern.compile("([/:](?!sips?:)[^/:@\\s]{1,200}+:)[^/@\\s]{1,200}+(?=@)");

	private static final Pattern REST = Pattern.compile("[^\\r\\n]*+");

	private TextMask() {
	}

	/**
	 * Masks the values of secret names, each to the end of its line, as nobody knows
	 * where it ends, and passwords before the host of an address.
	 * @param text the text
	 * @param secret which names are secret
	 * @return the text without secrets
	 */
	public static String assignments(String text, Predicate<String> secret) {
		String masked = masked(text, ASSIGNMENT, secret);
		return (masked.indexOf('@') < 0) ? masked : USER_INFO.matcher(masked).replaceAll("$1" + SecretNames.MASK);
	}

	/**
	 * Masks a command of Asterisk's CLI behind the first secret name, as in
	 * {@code database put users pin 1}, and behind an application whose argument is a
	 * password.
	 * @param command the command
	 * @param secret which names are secret
	 * @return the command without secrets
	 */
	public static String cliCommand(String command, Predicate<String> secret) {
		String masked = masked(command, WORD, secret);
		return masked(assignments(masked, secret), PASSWORD_APPLICATION, secret);
	}

	private static String masked(String text, Pattern pattern, Predicate<String> secret) {
		Matcher matcher = pattern.matcher(text);
		Matcher rest = REST.matcher(text);
		StringBuilder masked = new StringBuilder();
		int from = 0;
		while (matcher.find()) {
			// None where the pattern itself tells a secret
			String name = (matcher.groupCount() > 0) ? matcher.group(1) : "";
			rest.region(matcher.end(), text.length());
			if (matcher.start() >= from && (name.isEmpty() || SecretNames.anyIn(name, secret)) && rest.lookingAt()
					&& !rest.group().isEmpty()) {
				masked.append(text, from, matcher.end()).append(SecretNames.MASK);
				from = rest.end();
			}
		}
		return (from == 0) ? text : masked.append(text, from, text.length()).toString();
	}

}
