package io.pystrix.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.pystrix.test.ami.AmiFrame;
import org.jspecify.annotations.Nullable;

/**
 * Raises the events of a call with the headers that Asterisk 22 gives them.
 */
final class CallEvents {

	private static final Map<Integer, String> CAUSES = Map.of(0, "Unknown", 16, "Normal Clearing", 17, "User busy", 19,
			"User alerting, no answer", 21, "Call Rejected", 34, "Circuit/channel congestion");

	private static final Map<Integer, String> RESULTS = Map.of(200, "Success", 510, "Invalid or unknown command", 511,
			"Command not permitted on a dead channel or intercept routine", 520, "Usage");

	/** What Asterisk puts into {@code Cause} when the dialplan lets go of a channel. */
	static final int EXPLICIT = 16;

	/** What Asterisk puts into {@code Cause} when a script asks for the hang-up. */
	static final int BY_SCRIPT = 32;

	private final Consumer<AmiFrame> broadcast;

	CallEvents(Consumer<AmiFrame> broadcast) {
		this.broadcast = broadcast;
	}

	private void raise(AmiFrame event) {
		this.broadcast.accept(event);
	}

	private static AmiFrame event(String name, String privilege) {
		return AmiFrame.event(name).with("Privilege", privilege + ",all");
	}

	private static AmiFrame event(String name, String privilege, Leg leg) {
		return event(name, privilege).with(leg.snapshot(""));
	}

	void created(Leg leg) {
		raise(event("Newchannel", "call", leg));
	}

	/**
	 * Raise what happens between two new channels and their first priority.
	 */
	void dialing(Origination origination, Leg first, Leg second) {
		raise(event("Newexten", "dialplan", first).with("Extension", first.position().extension())
			.with("Application", "AppDial2")
			.with("AppData", "(Outgoing Line)"));
		List<String> names = new ArrayList<>(origination.variables().keySet());
		Collections.reverse(names);
		names.forEach((name) -> variableSet(first, name, origination.variables().get(name)));
		if (origination.callerId().isKnown()) {
			first.callerId(origination.callerId());
			callerId(first);
			first.connectedLine(origination.callerId());
			raise(event("NewConnectedLine", "call", first));
		}
		origination.variables().forEach((name, value) -> variableSet(second, name, value));
		if (origination.callerId().isKnown()) {
			second.callerId(origination.callerId());
			second.connectedLine(origination.callerId());
			callerId(second);
			raise(event("NewConnectedLine", "call", second));
		}
		raise(event("LocalBridge", "call").with(first.snapshot("LocalOne"))
			.with(second.snapshot("LocalTwo"))
			.with("Context", second.position().context())
			.with("Exten", second.position().extension())
			.with("LocalOptimization", origination.optimizes() ? "Yes" : "No"));
		raise(event("DialBegin", "call").with(first.snapshot("Dest"))
			.with("DialString", origination.channel().substring(origination.channel().indexOf('/') + 1)));
	}

	private void callerId(Leg leg) {
		raise(event("NewCallerid", "call", leg).with("CID-CallingPres", "0 (Presentation Allowed, Not Screened)"));
	}

	void variableSet(Leg leg, String name, @Nullable String value) {
		raise(event("VarSet", "dialplan", leg).with("Variable", name)
			.with("Value", (value != null) ? Leg.escape(value) : ""));
	}

	void step(Leg leg) {
		raise(event("Newexten", "dialplan", leg).with("Extension", leg.position().extension())
			.with("Application", leg.position().application())
			.with("AppData", leg.position().data()));
	}

	void up(Leg leg) {
		raise(event("Newstate", "call", leg));
	}

	void dialEnded(Leg first) {
		raise(event("DialEnd", "call").with(first.snapshot("Dest")).with("DialStatus", "ANSWER"));
	}

	void originated(Origination origination, @Nullable Leg leg) {
		AmiFrame event = event("OriginateResponse", "call");
		if (origination.actionId() != null) {
			event = event.with("ActionID", origination.actionId());
		}
		event = event.with("Response", (leg != null) ? "Success" : "Failure")
			.with("Channel", (leg != null) ? leg.name() : origination.channel());
		if (origination.application() != null) {
			event = event.with("Application", origination.application()).with("Data", origination.data());
		}
		else {
			event = event.with("Context", (origination.context() != null) ? origination.context() : "")
				.with("Exten", origination.extension());
		}
		String id = (origination.channelId() != null) ? origination.channelId() : "<unknown>";
		raise(event.with("Reason", (leg != null) ? 4 : 0)
			.with("Uniqueid", (leg != null) ? leg.uniqueid() : id)
			.with("CallerIDNum", origination.callerId().number())
			.with("CallerIDName", origination.callerId().name()));
	}

	void commandStarted(Leg leg, int id, String command) {
		raise(event("AGIExecStart", "agi", leg).with("CommandId", id).with("Command", command));
	}

	void commandEnded(Leg leg, int id, String command, int code) {
		raise(event("AGIExecEnd", "agi", leg).with("CommandId", id)
			.with("Command", command)
			.with("ResultCode", code)
			.with("Result", RESULTS.getOrDefault(code, "Unknown Result")));
	}

	void dtmf(Leg leg, char digit, long millis) {
		raise(event("DTMFBegin", "dtmf", leg).with("Digit", digit).with("Direction", "Received"));
		raise(event("DTMFEnd", "dtmf", leg).with("Digit", digit)
			.with("DurationMs", millis)
			.with("Direction", "Received"));
	}

	void requested(String name, Leg leg, int cause) {
		raise(event(name, "call", leg).with("Cause", cause));
	}

	void hangup(Leg leg, int cause) {
		raise(event("Hangup", "call", leg).with("Cause", cause)
			.with("Cause-txt", CAUSES.getOrDefault(cause, "Unknown")));
	}

}
