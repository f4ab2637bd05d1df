package io.pystrix.test.ami;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of messages.
 */
final class SecretMask {

	private static final String MASK = "********";

	/** One character is one byte, whatever the bytes mean. */
	private static final Charset BYTES = StandardCharsets.ISO_8859_1;

	/** {@code UsingPassword} of security events is a flag. */
	private static final String NAME = "(?<!using)(?:secret|passw|md5_?cred|token|api_?key)[\\w-]*";

	/**
	 * {@code Password: x}, {@code Line-000001-000000: secret = x}, {@code "secret":"x"}.
	 */
	private static final Pattern ASSIGNMENT = Pattern
		.compile("(?i)(" + NAME + "\"?\\s*(?:=>?|:)\\s*\"?)([^\"\\r\\n]+)");

	private static final Pattern CHALLENGE = Pattern.compile("(?i)^(Challenge: )(.+)$", Pattern.MULTILINE);

	/** A variable of that name in one line, and its value in another. */
	private static final Pattern VARIABLE = Pattern
		.compile("(?i)(\\r\\n(?:Variable|Key): [^\\r\\n]*" + NAME + "[^\\r\\n]*\\r\\n(?:Value|Val): )([^\\r\\n]+)");

	private final List<Pattern> secrets;

	SecretMask(List<Pattern> secrets) {
		this.secrets = new CopyOnWriteArrayList<>(
				secrets.stream().map((secret) -> Pattern.compile(bytes(secret.pattern()), secret.flags())).toList());
	}

	/** What stands in an expression in letters stands in a message in UTF-8. */
	private static String bytes(String text) {
		return new String(text.getBytes(StandardCharsets.UTF_8), BYTES);
	}

	/**
	 * Learn a secret that a client has sent.
	 */
	void add(String secret) {
		Pattern pattern = Pattern.compile(Pattern.quote(bytes(secret)));
		if (!secret.isEmpty()
				&& this.secrets.stream().noneMatch((known) -> known.pattern().equals(pattern.pattern()))) {
			this.secrets.add(pattern);
		}
	}

	/**
	 * Mask a message, or the part of one.
	 */
	byte[] mask(byte[] message) {
		String text = new String(message, BYTES);
		text = ASSIGNMENT.matcher(text).replaceAll("$1" + MASK);
		text = VARIABLE.matcher(text).replaceAll("$1" + MASK);
		text = CHALLENGE.matcher(text).replaceAll("$1" + MASK);
		for (Pattern secret : this.secrets) {
			text = secret.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
		}
		return text.getBytes(BYTES);
	}

}
