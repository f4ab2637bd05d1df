package io.pystrix.test;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;
import io.pystrix.test.ami.AmiSimulator;
import org.jspecify.annotations.Nullable;

/**
 * Answers the AMI actions that are about calls.
 */
final class CallActions {

	private final Switchboard switchboard;

	private final Dialplan dialplan;

	CallActions(Switchboard switchboard, Dialplan dialplan) {
		this.switchboard = switchboard;
		this.dialplan = dialplan;
	}

	void addTo(AmiSimulator ami) {
		ami.on("Originate", this::originate);
		ami.on("Hangup", this::hangUp);
		ami.on("PlayDTMF", this::playDtmf);
		ami.on("Getvar", this::getVariable);
		ami.on("Setvar", this::setVariable);
		ami.channels(() -> this.switchboard.calls().stream().flatMap((call) -> call.listItems().stream()).toList());
	}

	private AmiAnswer originate(AmiRequest request) {
		boolean async = request.get("Async", "").toLowerCase(Locale.ROOT).matches("yes|true|y|t|1|on");
		Origination origination;
		try {
			origination = Origination.parse(request, this.dialplan, async);
		}
		catch (IllegalArgumentException ex) {
			return AmiAnswer.error(String.valueOf(ex.getMessage()));
		}
		AmiAnswer queued = AmiAnswer.success("Originate successfully queued");
		if (async) {
			return queued.then(() -> this.switchboard.place(origination, true));
		}
		SimulatedCall call = this.switchboard.place(origination, false);
		return (call != null && isAnswered(call, request)) ? queued : AmiAnswer.error("Originate failed");
	}

	private static boolean isAnswered(SimulatedCall call, AmiRequest request) {
		try {
			boolean decided = call.decided()
				.await(Long.parseLong(request.get("Timeout", "30000")), TimeUnit.MILLISECONDS);
			if (!decided) {
				call.hangUp();
			}
			return decided && call.first().isUp();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private AmiAnswer hangUp(AmiRequest request) {
		String channel = request.get("Channel", "");
		int cause = cause(request.get("Cause", "0"));
		if (channel.startsWith("/") && channel.endsWith("/") && channel.length() > 1) {
			return hangUpMatching(channel.substring(1, channel.length() - 1), cause);
		}
		Leg leg = this.switchboard.leg(channel);
		SimulatedCall call = (leg != null) ? this.switchboard.call(leg.name()) : null;
		if (leg == null || call == null) {
			return AmiAnswer.error(channel.isEmpty() ? "No channel specified" : "No such channel");
		}
		return AmiAnswer.success("Channel Hungup").then(() -> call.hangUp(leg, cause));
	}

	private AmiAnswer hangUpMatching(String expression, int cause) {
		Pattern pattern;
		try {
			pattern = Pattern.compile(expression);
		}
		catch (PatternSyntaxException ex) {
			return AmiAnswer.error("Regex compile error");
		}
		List<SimulatedCall> calls = this.switchboard.calls();
		List<Leg> legs = calls.stream()
			.flatMap(SimulatedCall::legs)
			.filter((leg) -> !leg.isGone() && pattern.matcher(leg.name()).find())
			.toList();
		List<AmiFrame> items = legs.stream()
			.map((leg) -> AmiFrame.event("ChannelHungup").with("Channel", leg.name()))
			.toList();
		return AmiAnswer.list("Channels hung up will follow", "ChannelsHungupListComplete", items)
			.then(() -> legs.forEach((leg) -> hangUp(leg, cause)));
	}

	private void hangUp(Leg leg, int cause) {
		SimulatedCall call = this.switchboard.call(leg.name());
		if (call != null) {
			call.hangUp(leg, cause);
		}
	}

	private static int cause(String text) {
		return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
	}

	private AmiAnswer playDtmf(AmiRequest request) {
		Leg leg = this.switchboard.leg(request.get("Channel", ""));
		SimulatedCall call = (leg != null) ? this.switchboard.call(leg.name()) : null;
		if (leg == null || call == null) {
			return AmiAnswer.error("Channel not found");
		}
		String digit = request.get("Digit", "");
		if (!digit.matches("[0-9*#A-Da-d]")) {
			return AmiAnswer.error(digit.isEmpty() ? "No digit specified" : "Invalid digit");
		}
		String duration = request.get("Duration", "");
		long millis = duration.matches("\\d{1,9}") ? Long.parseLong(duration) : 100;
		return AmiAnswer.success("DTMF successfully queued").then(() -> call.press(leg, digit, millis));
	}

	private @Nullable AmiAnswer getVariable(AmiRequest request) {
		String channel = request.get("Channel", "");
		String name = request.get("Variable", "");
		if (channel.isEmpty() || name.isEmpty()) {
			return null;
		}
		Leg leg = this.switchboard.leg(channel);
		if (leg == null) {
			return AmiAnswer.error("No such channel");
		}
		AgiCall script = leg.script();
		String value = (script != null) ? script.variable(name) : leg.variables().get(name);
		return AmiAnswer
			.of(AmiFrame.response("Success").with("Variable", name).with("Value", (value != null) ? value : ""));
	}

	private @Nullable AmiAnswer setVariable(AmiRequest request) {
		String channel = request.get("Channel", "");
		String name = request.get("Variable", "");
		if (channel.isEmpty() || name.isEmpty()) {
			return null;
		}
		Leg leg = this.switchboard.leg(channel);
		if (leg == null) {
			return AmiAnswer.error("No such channel");
		}
		String value = request.get("Value", "");
		leg.variables().put(name, value);
		AgiCall script = leg.script();
		if (script != null) {
			script.variable(name, value);
		}
		return AmiAnswer.success("Variable Set").then(() -> this.switchboard.events().variableSet(leg, name, value));
	}

}
