package io.pystrix.agi.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pystrix.agi.WireLogOptions;

/**
 * Replaces secrets in the text of commands and replies. Looks at the text, as a command
 * may have been made by its name.
 */
final class WireMask {

	private static final String MASK = "****";

	private static final Pattern NAME = Pattern.compile("[\\w.-]+");

	private static final Pattern ASSIGNMENT = Pattern.compile("([^=]+)=(.*)", Pattern.DOTALL);

	private static final Pattern ASSIGNMENTS = Pattern.compile("([^=,]+)=([^,]*)");

	private static final Set<String> PASSWORD_APPLICATIONS = Set.of("AUTHENTICATE", "DISA");

	// Reports a digit or text, or says one that it is given
	private static final Pattern INPUT = Pattern.compile("(GET (DATA|OPTION)|WAIT FOR DIGIT|RECEIVE (CHAR|TEXT)"
			+ "|(CONTROL )?STREAM FILE|RECORD FILE|SAY \\w+|SPEECH RECOGNIZE)( .*)?", Pattern.DOTALL);

	private static final Pattern SPOKEN = Pattern.compile("SAY (ALPHA|DIGITS|NUMBER|PHONETIC) .*", Pattern.DOTALL);

	// Neither a digit nor text: nothing was entered, or the command failed
	private static final Pattern RESULT = Pattern.compile("(result=)(?!(?:0|-1)(?: |$))[^ ]+|(?<= )(digit=)[^ ]+");

	private static final Pattern DATA = Pattern.compile("(?<=result=[^ ]{0,200} )\\(.*", Pattern.DOTALL);

	private WireMask() {
	}

	static String ofCommand(String line, WireLogOptions options) {
		List<Word> words = Word.of(line);
		String verb = verb(words);
		if (verb.startsWith("SET VARIABLE ") && isSecret(options, words, 2)) {
			return masked(line, words, 3);
		}
		if (verb.startsWith("DATABASE PUT ") && (isSecret(options, words, 2) || isSecret(options, words, 3))) {
			return masked(line, words, 4);
		}
		if (verb.startsWith("EXEC ") && words.size() > 2) {
			return ofApplication(line, words, options);
		}
		return (options.masksDigits() && SPOKEN.matcher(verb).matches()) ? masked(line, words, 2) : line;
	}

	private static String ofApplication(String line, List<Word> words, WireLogOptions options) {
		String application = text(words, 1).replace("\"", "").toUpperCase(Locale.ROOT);
		if (PASSWORD_APPLICATIONS.contains(application)) {
			return masked(line, words, 2);
		}
		if (!application.equals("SET") && !application.equals("MSET")) {
			return line;
		}
		Word argument = words.get(2);
		String assignments = (application.equals("SET") ? ASSIGNMENT : ASSIGNMENTS).matcher(argument.text())
			.replaceAll((assignment) -> Matcher
				.quoteReplacement(!hasSecret(options, assignment.group(1)) ? assignment.group()
						: assignment.group(1) + "=" + MASK + (isLast(assignment, argument) ? "\"" : "")));
		return line.substring(0, argument.start()) + assignments + line.substring(argument.end());
	}

	private static boolean isLast(MatchResult assignment, Word argument) {
		return assignment.end() == argument.text().length() && argument.isQuoted();
	}

	static String ofReply(String line, String reply, WireLogOptions options) {
		List<Word> words = Word.of(line);
		String verb = verb(words);
		boolean value = verb.startsWith("GET VARIABLE ") && isSecret(options, words, 2)
				|| verb.startsWith("GET FULL VARIABLE ") && hasSecret(options, text(words, 3))
				|| verb.startsWith("DATABASE GET ") && (isSecret(options, words, 2) || isSecret(options, words, 3));
		if (value) {
			return DATA.matcher(reply).replaceFirst("(" + MASK + ")");
		}
		if (!options.masksDigits() || !INPUT.matcher(verb).matches()) {
			return reply;
		}
		String masked = RESULT.matcher(reply)
			.replaceAll((result) -> ((result.group(1) != null) ? result.group(1) : result.group(2)) + MASK);
		boolean text = verb.startsWith("RECEIVE TEXT") || verb.startsWith("SPEECH RECOGNIZE");
		return text ? DATA.matcher(masked).replaceFirst("(" + MASK + ")") : masked;
	}

	private static String verb(List<Word> words) {
		List<String> verb = new ArrayList<>();
		for (Word word : words.subList(0, Math.min(words.size(), 4))) {
			verb.add(word.text());
		}
		return String.join(" ", verb).toUpperCase(Locale.ROOT);
	}

	private static String text(List<Word> words, int index) {
		return (index < words.size()) ? words.get(index).text() : "";
	}

	private static boolean isSecret(WireLogOptions options, List<Word> words, int index) {
		return hasSecret(options, text(words, index));
	}

	// A name may be part of an expression: ${PIN}, HASH(account,pin), __PASSWORD
	private static boolean hasSecret(WireLogOptions options, String text) {
		return NAME.matcher(text)
			.results()
			.anyMatch((name) -> options.masksVariable(name.group().replaceFirst("^_+", "")));
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
