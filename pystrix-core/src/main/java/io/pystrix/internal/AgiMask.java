package io.pystrix.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces secrets in AGI's commands and replies, be they on their way over AGI or over
 * AMI. Looks at the text, as a command may be made by its name.
 *
 * @since 0.1.0
 */
public final class AgiMask {

	private static final String MASK = SecretNames.MASK;

	private static final Pattern ASSIGNMENT = Pattern.compile("([^=]+)=(.*)", Pattern.DOTALL);

	private static final Pattern ASSIGNMENTS = Pattern.compile("([^=,]+)=([^,]*)");

	private static final Set<String> PASSWORD_APPLICATIONS = Set.of("AUTHENTICATE", "DISA", "MEETME");

	// Reports a digit or text, or says one that it is given
	private static final Pattern INPUT = Pattern.compile("(GET (DATA|OPTION)|WAIT FOR DIGIT|RECEIVE (CHAR|TEXT)"
			+ "|(CONTROL )?STREAM FILE|RECORD FILE|SAY \\w+|SPEECH RECOGNIZE)( .*)?", Pattern.DOTALL);

	private static final Pattern SPOKEN = Pattern.compile("SAY (ALPHA|DIGITS|NUMBER|PHONETIC) .*", Pattern.DOTALL);

	// Neither a digit nor text: nothing was entered, or the command failed
	private static final Pattern RESULT = Pattern.compile("(result=)(?!(?:0|-1)(?: |$))[^ ]+|(?<= )(digit=)[^ ]+");

	private static final Pattern DATA = Pattern.compile("(result=[^ ]*+ )\\(.*+", Pattern.DOTALL);

	private AgiMask() {
	}

	/**
	 * Masks a command.
	 * @param line the command, without its end
	 * @param secret which names are secret
	 * @param digits whether to mask what is read back to callers
	 * @return the command without secrets
	 */
	public static String ofCommand(String line, Predicate<String> secret, boolean digits) {
		List<Word> words = Word.of(line);
		String verb = verb(words);
		if (verb.startsWith("SET VARIABLE ") && isSecret(secret, words, 2)) {
			return masked(line, words, 3);
		}
		if (verb.startsWith("DATABASE PUT ") && (isSecret(secret, words, 2) || isSecret(secret, words, 3))) {
			return masked(line, words, 4);
		}
		if (verb.startsWith("EXEC ") && words.size() > 2) {
			return ofApplication(line, words, secret);
		}
		return (digits && SPOKEN.matcher(verb).matches()) ? masked(line, words, 2) : TextMask.assignments(line, secret);
	}

	/**
	 * Returns whether the argument of an application is a password.
	 * @param application the name of the application
	 * @return whether it is secret
	 */
	public static boolean takesPassword(String application) {
		return PASSWORD_APPLICATIONS.contains(application.toUpperCase(Locale.ROOT));
	}

	private static String ofApplication(String line, List<Word> words, Predicate<String> secret) {
		String application = text(words, 1).replace("\"", "");
		if (takesPassword(application)) {
			return masked(line, words, 2);
		}
		if (!application.equalsIgnoreCase("Set") && !application.equalsIgnoreCase("MSet")) {
			return TextMask.assignments(line, secret);
		}
		Word argument = words.get(2);
		String assignments = (application.equalsIgnoreCase("Set") ? ASSIGNMENT : ASSIGNMENTS).matcher(argument.text())
			.replaceAll((assignment) -> Matcher
				.quoteReplacement(!SecretNames.anyIn(assignment.group(1), secret) ? assignment.group()
						: assignment.group(1) + "=" + MASK + (isLast(assignment, argument) ? "\"" : "")));
		return line.substring(0, argument.start()) + assignments + line.substring(argument.end());
	}

	private static boolean isLast(MatchResult assignment, Word argument) {
		return assignment.end() == argument.text().length() && argument.isQuoted();
	}

	/**
	 * Masks a reply.
	 * @param line the command that it answers
	 * @param reply the reply
	 * @param secret which names are secret
	 * @param digits whether to mask what callers enter or say
	 * @return the reply without secrets
	 */
	public static String ofReply(String line, String reply, Predicate<String> secret, boolean digits) {
		List<Word> words = Word.of(line);
		String verb = verb(words);
		boolean value = verb.startsWith("GET VARIABLE ") && isSecret(secret, words, 2)
				|| verb.startsWith("GET FULL VARIABLE ") && SecretNames.anyIn(text(words, 3), secret)
				|| verb.startsWith("DATABASE GET ") && (isSecret(secret, words, 2) || isSecret(secret, words, 3));
		if (value) {
			return DATA.matcher(reply).replaceFirst("$1(" + MASK + ")");
		}
		if (!digits || !INPUT.matcher(verb).matches()) {
			return reply;
		}
		String masked = RESULT.matcher(reply)
			.replaceAll((result) -> ((result.group(1) != null) ? result.group(1) : result.group(2)) + MASK);
		boolean text = verb.startsWith("RECEIVE TEXT") || verb.startsWith("SPEECH RECOGNIZE");
		return text ? DATA.matcher(masked).replaceFirst("$1(" + MASK + ")") : masked;
	}

	private static String verb(List<Word> words) {
		List<String> verb = new ArrayList<>();
		for (Word word : words.subList(0, Math.min(words.size(), 4))) {
			// Asterisk takes the quotes off before it looks for the command
			verb.add(word.text().replace("\"", ""));
		}
		return String.join(" ", verb).toUpperCase(Locale.ROOT);
	}

	private static String text(List<Word> words, int index) {
		return (index < words.size()) ? words.get(index).text() : "";
	}

	private static boolean isSecret(Predicate<String> secret, List<Word> words, int index) {
		return SecretNames.anyIn(text(words, index), secret);
	}

	private static String masked(String line, List<Word> words, int index) {
		if (index >= words.size()) {
			return line;
		}
		Word word = words.get(index);
		return line.substring(0, word.start()) + (word.isQuoted() ? '"' + MASK + '"' : MASK)
				+ line.substring(word.end());
	}

	/**
	 * A word of a command, quoted or not.
	 *
	 * @param start its first index
	 * @param end the index behind it
	 * @param text the word, with its quotes and escapes
	 */
	private record Word(int start, int end, String text) {

		// Not by an expression: those recurse over a long text
		static List<Word> of(String line) {
			List<Word> words = new ArrayList<>();
			int start = 0;
			while (start < line.length()) {
				int end = end(line, start);
				if (end > start) {
					words.add(new Word(start, end, line.substring(start, end)));
				}
				start = end + 1;
			}
			return words;
		}

		private static int end(String line, int start) {
			boolean quoted = false;
			int i = start;
			while (i < line.length() && (quoted || line.charAt(i) != ' ')) {
				if (line.charAt(i) == '"') {
					quoted = !quoted;
				}
				i += (line.charAt(i) == '\\') ? 2 : 1;
			}
			return Math.min(i, line.length());
		}

		boolean isQuoted() {
			return this.text.startsWith("\"");
		}

	}

}
