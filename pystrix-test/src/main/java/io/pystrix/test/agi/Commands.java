package io.pystrix.test.agi;

import java.util.List;
import java.util.function.Consumer;

import io.pystrix.test.release.AsteriskRelease;
import io.pystrix.test.release.Habit;

/**
 * What Asterisk's AGI commands do to a channel.
 */
final class Commands {

	private static final int MAX_VALUE = 1023;

	private final CommandTable table = new CommandTable();

	private final CallChannel channel;

	private final AsteriskRelease release;

	private final Consumer<Consumer<AgiCallListener>> listeners;

	private final ChannelVariables variables;

	private final Applications applications;

	Commands(CallChannel channel, Consumer<Consumer<AgiCallListener>> listeners) {
		this.channel = channel;
		this.release = channel.settings().release();
		this.listeners = listeners;
		this.variables = new ChannelVariables(channel, listeners);
		Playing playing = new Playing(channel);
		this.applications = new Applications(channel, playing);
		addChannelCommands();
		addPlayingCommands(playing);
		new DatabaseCommands(channel.database()).addTo(this.table);
		new SettingCommands(channel, this.variables).addTo(this.table);
		new SpeechCommands(channel).addTo(this.table);
		new TextCommands(channel).addTo(this.table);
	}

	private void addChannelCommands() {
		this.table.add("ANSWER", 0, 0, (words) -> answer());
		this.table.add("CHANNEL STATUS", 0, 1, this::channelStatus);
		this.table.add("GOSUB", 3, 4, new Routines(this.channel, this.variables)::run);
		this.table.add("HANGUP", 0, 1, this::hangUp);
		this.table.addDeadSafe("ASYNCAGI BREAK", 0, CommandTable.ANY, (words) -> Reply.result(0));
		this.table.addDeadSafe("EXEC", 1, CommandTable.ANY, this::exec);
		this.table.addDeadSafe("GET FULL VARIABLE", 1, 2, this::getFullVariable);
		this.table.addDeadSafe("GET VARIABLE", 1, 1, this::getVariable);
		this.table.addDeadSafe("NOOP", 0, CommandTable.ANY, (words) -> Reply.result(0));
		boolean strict = this.release.has(Habit.AGI_SET_VARIABLE_COUNTS_WORDS);
		this.table.addDeadSafe("SET VARIABLE", strict ? 2 : 1, strict ? 2 : CommandTable.ANY, this::setVariable);
		this.table.addDeadSafe("VERBOSE", 1, 2, (words) -> Reply.result(1));
	}

	private void addPlayingCommands(Playing playing) {
		this.table.add("CONTROL STREAM FILE", 2, 7, new ControlledPlaying(this.channel, this.variables)::play);
		this.table.add("GET DATA", 1, CommandTable.ANY, playing::getData);
		this.table.add("GET OPTION", 2, 3, playing::getOption);
		this.table.add("RECORD FILE", 4, CommandTable.ANY, new Recorder(this.channel)::record);
		this.table.add("STREAM FILE", 2, 3, playing::streamFile);
		this.table.add("WAIT FOR DIGIT", 1, 1, playing::waitForDigit);
		new SayCommands(this.channel).addTo(this.table);
	}

	Reply run(String line) throws InterruptedException {
		CommandTable.Match match = this.table.find(AgiWords.split(line));
		if (match == null) {
			return Reply.UNKNOWN;
		}
		Command command = match.command();
		if (!command.deadSafe() && this.channel.isDead()) {
			return Reply.dead(this.release);
		}
		int words = match.arguments().size();
		if (words < command.least() || words > command.most()) {
			return Reply.usage(this.release);
		}
		try {
			return command.action().run(match.arguments());
		}
		catch (NumberFormatException ex) {
			return Reply.usage(this.release);
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

	private Reply exec(List<String> words) throws InterruptedException {
		if (words.get(0).equalsIgnoreCase("Answer") && !this.channel.isDead()) {
			return answer();
		}
		String data = (words.size() > 1) ? words.get(1) : "";
		boolean full = "yes".equalsIgnoreCase(this.variables.value("AGIEXECFULL"));
		return this.applications.run(words.get(0), full ? this.variables.substitute(data) : data);
	}

	private Reply hangUp(List<String> words) {
		if (!isOwn(words, 0)) {
			return Reply.result(-1);
		}
		this.listeners.accept(AgiCallListener::hangupRequested);
		this.channel.hangUpByScript();
		return Reply.result(1);
	}

	private Reply getVariable(List<String> words) {
		String value = this.variables.value(words.get(0));
		if (value == null) {
			return Reply.result(0);
		}
		return Reply.value((value.length() > MAX_VALUE) ? value.substring(0, MAX_VALUE) : value);
	}

	private Reply getFullVariable(List<String> words) {
		return isOwn(words, 1) ? Reply.value(this.variables.substitute(words.get(0))) : Reply.result(0);
	}

	private Reply setVariable(List<String> words) {
		if (words.size() > 1) {
			this.variables.set(words.get(0), words.get(1));
		}
		return Reply.result(1);
	}

	private boolean isOwn(List<String> words, int index) {
		return words.size() <= index || words.get(index).equals(this.channel.settings().channel());
	}

}
