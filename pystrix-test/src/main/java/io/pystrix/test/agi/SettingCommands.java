package io.pystrix.test.agi;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that set something of the channel.
 */
final class SettingCommands {

	private static final Pattern CALLER_ID = Pattern.compile("(.*)<([^<>]*)>\\s*");

	private static final Pattern PHONE_NUMBER = Pattern.compile("[0-9*#+(). -]*");

	private final CallChannel channel;

	private final ChannelVariables variables;

	SettingCommands(CallChannel channel, ChannelVariables variables) {
		this.channel = channel;
		this.variables = variables;
	}

	void addTo(CommandTable table) {
		table.add("SET AUTOHANGUP", 1, 1, this::autoHangup);
		table.add("SET CALLERID", 0, CommandTable.ANY, this::callerId);
		table.add("SET CONTEXT", 1, 1, this::context);
		table.add("SET EXTENSION", 1, 1, this::extension);
		table.add("SET MUSIC", 1, CommandTable.ANY, this::music);
		table.add("SET PRIORITY", 1, 1, this::priority);
	}

	private Reply autoHangup(List<String> words) {
		long millis = Math.round(Numbers.decimal(words.get(0)) * 1000);
		this.channel.traces().autoHangup((millis > 0) ? Duration.ofMillis(millis) : null);
		return Reply.result(0);
	}

	private Reply callerId(List<String> words) {
		if (!words.isEmpty()) {
			String text = words.get(0);
			Matcher both = CALLER_ID.matcher(text);
			if (both.matches()) {
				this.variables.callerId(both.group(2).strip(), unquote(both.group(1)));
			}
			else if (PHONE_NUMBER.matcher(text).matches()) {
				this.variables.callerId(text.strip(), "");
			}
			else {
				this.variables.callerId("", unquote(text));
			}
		}
		return Reply.result(1);
	}

	private static String unquote(String name) {
		return name.strip().replaceAll("^\"|\"$", "");
	}

	private Reply context(List<String> words) {
		this.channel.traces().place(this.channel.traces().place().withContext(words.get(0)));
		return Reply.result(0);
	}

	private Reply extension(List<String> words) {
		this.channel.traces().place(this.channel.traces().place().withExtension(words.get(0)));
		return Reply.result(0);
	}

	private Reply music(List<String> words) {
		String mode = words.get(0).toLowerCase(Locale.ROOT);
		if (mode.startsWith("on")) {
			this.channel.traces().music((words.size() > 1) ? words.get(1) : "default");
		}
		else if (mode.startsWith("off")) {
			this.channel.traces().music(null);
		}
		return Reply.result(0);
	}

	private Reply priority(List<String> words) {
		Integer label = this.channel.settings().surroundings().labels().get(words.get(0));
		int priority = (label != null) ? label : (int) Numbers.parse(words.get(0));
		this.channel.traces().place(this.channel.traces().place().withPriority(priority));
		return Reply.result(0);
	}

}
