package io.pystrix.test.agi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What Asterisk's AGI commands do to a channel.
 */
final class Commands {

	private static final int MAX_VERB_WORDS = 3;

	private static final int MAX_VALUE = 1023;

	private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^${}]*)}");

	private final Map<String, Command> commands = new TreeMap<>();

	private final CallChannel channel;

	private final Consumer<Consumer<AgiCallListener>> listeners;

	Commands(CallChannel channel, Consumer<Consumer<AgiCallListener>> listeners) {
		this.channel = channel;
		this.listeners = listeners;
		Playing playing = new Playing(channel);
		add("ANSWER", 0, 0, (words) -> answer());
		add("CHANNEL STATUS", 0, 1, this::channelStatus);
		add("GET DATA", 1, 3, playing::getData);
		add("HANGUP", 0, 1, this::hangUp);
		add("SAY ALPHA", 2, 3, playing::say);
		add("SAY DIGITS", 2, 2, (words) -> sayNumber(playing, words));
		add("SAY NUMBER", 2, 3, (words) -> sayNumber(playing, words));
		add("STREAM FILE", 2, 3, playing::streamFile);
		add("WAIT FOR DIGIT", 1, 1, playing::waitForDigit);
		addDeadSafe("EXEC", 1, Integer.MAX_VALUE,
				(words) -> playing.application(words.get(0), (words.size() > 1) ? words.get(1) : ""));
		addDeadSafe("GET FULL VARIABLE", 1, 2, this::getFullVariable);
		addDeadSafe("GET VARIABLE", 1, 1, this::getVariable);
		addDeadSafe("NOOP", 0, Integer.MAX_VALUE, (words) -> Reply.result(0));
		addDeadSafe("SET VARIABLE", 2, 2, this::setVariable);
		addDeadSafe("VERBOSE", 1, 2, (words) -> Reply.result(1));
	}

	private void add(String verb, int least, int most, Action action) {
		this.commands.put(verb, new Command(least, most, false, action));
	}

	private void addDeadSafe(String verb, int least, int most, Action action) {
		this.commands.put(verb, new Command(least, most, true, action));
	}

	Reply run(String line) throws InterruptedException {
		List<String> words = AgiWords.split(line);
		for (int verb = Math.min(MAX_VERB_WORDS, words.size()); verb > 0; verb--) {
			Command command = this.commands.get(String.join(" ", words.subList(0, verb)).toUpperCase(Locale.ROOT));
			if (command != null) {
				return run(command, words.subList(verb, words.size()));
			}
		}
		return Reply.UNKNOWN;
	}

	private Reply run(Command command, List<String> arguments) throws InterruptedException {
		if (!command.deadSafe() && this.channel.isDead()) {
			return Reply.DEAD;
		}
		if (arguments.size() < command.least() || arguments.size() > command.most()) {
			return Reply.USAGE;
		}
		try {
			return command.action().run(arguments);
		}
		catch (NumberFormatException ex) {
			return Reply.USAGE;
		}
	}

	private Reply answer() {
		if (this.channel.answer()) {
			this.listeners.accept(AgiCallListener::answered);
		}
		return Reply.result(0);
	}

	private Reply channelStatus(List<String> words) {
		if (!isOwn(words, 0)) {
			return Reply.result(-1);
		}
		return Reply.result(this.channel.isAnswered() ? 6 : 4);
	}

	private Reply hangUp(List<String> words) {
		if (!isOwn(words, 0)) {
			return Reply.result(-1);
		}
		this.listeners.accept(AgiCallListener::hangupRequested);
		this.channel.hangUp();
		return Reply.result(1);
	}

	private Reply sayNumber(Playing playing, List<String> words) throws InterruptedException {
		Numbers.parse(words.get(0));
		return playing.say(words);
	}

	private Reply getVariable(List<String> words) {
		String value = value(words.get(0));
		if (value == null) {
			return Reply.result(0);
		}
		return Reply.value((value.length() > MAX_VALUE) ? value.substring(0, MAX_VALUE) : value);
	}

	private Reply getFullVariable(List<String> words) {
		if (!isOwn(words, 1)) {
			return Reply.result(0);
		}
		Matcher matcher = SUBSTITUTION.matcher(words.get(0));
		return Reply.value(matcher.replaceAll((match) -> {
			String value = value(match.group(1));
			return Matcher.quoteReplacement((value != null) ? value : "");
		}));
	}

	private Reply setVariable(List<String> words) {
		this.channel.variable(words.get(0), words.get(1));
		this.listeners.accept((listener) -> listener.variableSet(words.get(0), words.get(1)));
		return Reply.result(1);
	}

	private @Nullable String value(String name) {
		String value = this.channel.variable(name);
		if (value != null) {
			return value;
		}
		return switch (name.toUpperCase(Locale.ROOT)) {
			case "CHANNEL", "CHANNEL(NAME)" -> this.channel.settings().channel();
			case "CHANNEL(STATE)" -> this.channel.isAnswered() ? "Up" : "Ring";
			case "UNIQUEID", "CHANNEL(UNIQUEID)" -> this.channel.settings().uniqueid();
			default -> null;
		};
	}

	private boolean isOwn(List<String> words, int index) {
		return words.size() <= index || words.get(index).equals(this.channel.settings().channel());
	}

	/**
	 * Runs a command whose words have been counted.
	 */
	private interface Action {

		Reply run(List<String> words) throws InterruptedException;

	}

	/**
	 * A command.
	 *
	 * @param least how many words it needs
	 * @param most how many words it takes
	 * @param deadSafe whether it runs on a channel that has hung up
	 * @param action what it does
	 */
	private record Command(int least, int most, boolean deadSafe, Action action) {

	}

}
