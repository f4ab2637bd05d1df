package io.pystrix.test.pbx;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Answers the actions that place, direct and end calls.
 */
final class CallActions {

	private final Monitor monitor;

	private final Channels channels;

	private final Dialplan dialplan;

	private final Originator originator;

	private final Keypad keypad;

	CallActions(Monitor monitor, Channels channels, Dialplan dialplan, Originator originator, Keypad keypad) {
		this.monitor = monitor;
		this.channels = channels;
		this.dialplan = dialplan;
		this.originator = originator;
		this.keypad = keypad;
	}

	void addTo(Actions actions) {
		actions.addBlocking("Originate", (request) -> originate(actions, request));
		actions.add("Hangup", (request) -> hangUp(actions, request));
		actions.add("Redirect", (request) -> redirect(actions, request));
		actions.add("PlayDTMF", (request) -> playDtmf(actions, request));
	}

	private AmiAnswer originate(Actions actions, AmiRequest request) {
		Origination origination;
		try {
			origination = Origination.parse(request, this.dialplan, Actions.isTrue(request.get("Async", "")));
		}
		catch (IllegalArgumentException ex) {
			return AmiAnswer.error(String.valueOf(ex.getMessage()));
		}
		if (origination.async()) {
			return actions.success("Originate successfully queued", () -> this.originator.place(origination));
		}
		CompletableFuture<Boolean> answered = this.monitor.get(() -> this.originator.place(origination));
		return answered.join() ? AmiAnswer.success("Originate successfully queued")
				: AmiAnswer.error("Originate failed");
	}

	private AmiAnswer hangUp(Actions actions, AmiRequest request) {
		String name = Actions.require(request, "Channel", "No channel specified");
		String text = request.get("Cause", "0");
		int cause = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
		if (name.startsWith("/") && name.endsWith("/") && name.length() > 1) {
			return hangUpMatching(actions, name.substring(1, name.length() - 1), cause);
		}
		Channel channel = Actions.require(this.channels.find(name), () -> "No such channel");
		return actions.success("Channel Hungup", () -> channel.hangUp(cause));
	}

	private AmiAnswer hangUpMatching(Actions actions, String expression, int cause) {
		Pattern pattern;
		try {
			pattern = Pattern.compile(expression);
		}
		catch (PatternSyntaxException ex) {
			return AmiAnswer.error("Regex compile error");
		}
		List<Channel> matching = this.channels.all()
			.stream()
			.filter((channel) -> pattern.matcher(channel.name).find())
			.toList();
		List<AmiFrame> items = matching.stream()
			.map((channel) -> AmiFrame.event("ChannelHungup").with("Channel", channel.name))
			.toList();
		return AmiAnswer.list("Channels hung up will follow", "ChannelsHungupListComplete", items)
			.then(() -> this.monitor.run(() -> matching.forEach((channel) -> channel.hangUp(cause))));
	}

	private AmiAnswer redirect(Actions actions, AmiRequest request) {
		String name = Actions.require(request, "Channel", "Channel not specified");
		Position goal = Actions.require(goal(request, ""), () -> "Priority is invalid");
		Channel channel = Actions.require(this.channels.find(name), () -> "Channel does not exist: " + name);
		String extraName = request.get("ExtraChannel", "");
		if (extraName.isEmpty()) {
			return actions.success("Redirect successful", () -> channel.goTo(goal));
		}
		Channel extra = Actions.require(this.channels.find(extraName),
				() -> "ExtraChannel does not exist: " + extraName);
		Position extraGoal = request.get("ExtraExten", "").isEmpty() ? goal
				: Actions.require(goal(request, "Extra"), () -> "ExtraPriority is invalid");
		return actions.success("Dual Redirect successful", () -> {
			channel.goTo(goal);
			extra.goTo(extraGoal);
		});
	}

	private static @Nullable Position goal(AmiRequest request, String prefix) {
		String context = Actions.require(request, prefix + "Context", prefix + "Context not specified");
		String extension = Actions.require(request, prefix + "Exten", prefix + "Exten not specified");
		String priority = Actions.require(request, prefix + "Priority", prefix + "Priority not specified");
		return priority.matches("[1-9]\\d{0,4}") ? new Position(context, extension, Integer.parseInt(priority)) : null;
	}

	private AmiAnswer playDtmf(Actions actions, AmiRequest request) {
		Channel channel = Actions.require(this.channels.find(request.get("Channel", "")), () -> "Channel not found");
		String digit = Actions.require(request, "Digit", "No digit specified");
		if (!digit.matches("[0-9*#A-Da-d]")) {
			return AmiAnswer.error("Invalid digit");
		}
		String duration = request.get("Duration", "");
		long millis = duration.matches("\\d{1,9}") ? Long.parseLong(duration) : 100;
		return actions.success("DTMF successfully queued", () -> this.keypad.press(channel, digit.charAt(0), millis));
	}

}
