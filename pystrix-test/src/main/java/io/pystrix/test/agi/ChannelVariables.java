package io.pystrix.test.agi;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The channel's variables as a script reads and sets them, with the few functions that
 * the model knows.
 */
final class ChannelVariables {

	private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^${}]*)}");

	private static final String NUMBER = "CALLERID(num)";

	private static final String NAME = "CALLERID(name)";

	private final CallChannel channel;

	private final Consumer<Consumer<AgiCallListener>> listeners;

	ChannelVariables(CallChannel channel, Consumer<Consumer<AgiCallListener>> listeners) {
		this.channel = channel;
		this.listeners = listeners;
	}

	void set(String name, String value) {
		this.channel.variable(name, value);
		this.listeners.accept((listener) -> listener.variableSet(name, value));
	}

	void callerId(String number, String name) {
		this.channel.variable(NUMBER, number);
		this.channel.variable(NAME, name);
	}

	@Nullable String value(String name) {
		String value = this.channel.variable(name);
		if (value != null) {
			return value;
		}
		return switch (name.toUpperCase(Locale.ROOT)) {
			case "CHANNEL", "CHANNEL(NAME)" -> this.channel.settings().channel();
			case "CHANNEL(STATE)" -> this.channel.isAnswered() ? "Up" : "Ring";
			case "UNIQUEID", "CHANNEL(UNIQUEID)" -> this.channel.settings().uniqueid();
			case "CALLERID(NUM)", "CALLERID(NUMBER)" -> known(NUMBER, "callerid");
			case "CALLERID(NAME)" -> known(NAME, "calleridname");
			case "CALLERID(ALL)" -> "\"" + known(NAME, "calleridname") + "\" <" + known(NUMBER, "callerid") + ">";
			default -> null;
		};
	}

	private String known(String variable, String line) {
		String value = this.channel.variable(variable);
		if (value != null) {
			return value;
		}
		String sent = this.channel.settings().environment(line);
		return sent.equals("unknown") ? "" : sent;
	}

	String substitute(String text) {
		Matcher matcher = SUBSTITUTION.matcher(text);
		return matcher.replaceAll((match) -> {
			String value = value(match.group(1));
			return Matcher.quoteReplacement((value != null) ? value : "");
		});
	}

}
