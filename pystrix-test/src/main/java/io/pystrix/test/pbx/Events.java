package io.pystrix.test.pbx;

import java.util.Map;
import java.util.function.Consumer;

import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.release.Habit;

/**
 * Raises the events that are about one channel, with the headers that Asterisk 22 gives
 * them; {@link EventForms} turns them into those of the release that is played.
 */
final class Events {

	private static final Map<Integer, String> CAUSES = Map.ofEntries(Map.entry(1, "Unallocated (unassigned) number"),
			Map.entry(16, "Normal Clearing"), Map.entry(17, "User busy"), Map.entry(18, "No user responding"),
			Map.entry(19, "User alerting, no answer"), Map.entry(20, "Subscriber absent"),
			Map.entry(21, "Call Rejected"), Map.entry(27, "Destination out of order"),
			Map.entry(31, "Normal, unspecified"), Map.entry(34, "Circuit/channel congestion"),
			Map.entry(38, "Network out of order"), Map.entry(127, "Interworking, unspecified"));

	/** agi_handle_command() in res/res_agi.c, all releases from 13.14 on. */
	private static final Map<Integer, String> RESULTS = Map.of(-1, "Failure", 200, "Success", 510,
			"Invalid or unknown command", 511, "Command Not Permitted on a dead channel or intercept routine", 520,
			"Usage");

	/** What Asterisk puts into {@code Cause} when the dialplan lets go of a channel. */
	static final int EXPLICIT = 16;

	/** What Asterisk puts into {@code Cause} when a script asks for the hang-up. */
	static final int BY_SCRIPT = 32;

	private final Consumer<AmiFrame> broadcast;

	private final EventForms forms;

	Events(Consumer<AmiFrame> broadcast, EventForms forms) {
		this.broadcast = broadcast;
		this.forms = forms;
	}

	static AmiFrame event(String name, String privilege) {
		return AmiFrame.event(name).with("Privilege", privilege + ",all");
	}

	static AmiFrame event(String name, String privilege, Channel channel) {
		return event(name, privilege).with(channel.snapshot(""));
	}

	/**
	 * Whether the release that is played has a habit.
	 */
	boolean has(Habit habit) {
		return this.forms.has(habit);
	}

	void raise(AmiFrame event) {
		AmiFrame formed = this.forms.event(event);
		if (formed != null) {
			this.broadcast.accept(formed);
		}
	}

	void created(Channel channel) {
		raise(event("Newchannel", "call", channel));
	}

	void state(Channel channel) {
		raise(event("Newstate", "call", channel));
	}

	void callerId(Channel channel) {
		raise(event("NewCallerid", "call", channel).with("CID-CallingPres", "0 (Presentation Allowed, Not Screened)"));
	}

	void connectedLine(Channel channel) {
		raise(event("NewConnectedLine", "call", channel));
	}

	void accountCode(Channel channel) {
		raise(event("NewAccountCode", "call", channel).with("OldAccountCode", ""));
	}

	/**
	 * Tell what runs, if anything does.
	 */
	void executing(Channel channel) {
		if (channel.application.isEmpty()) {
			return;
		}
		channel.announced = channel.position;
		raise(event("Newexten", "dialplan", channel).with("Extension", channel.position.extension())
			.with("Application", channel.application)
			.with("AppData", channel.data));
	}

	void variable(Channel channel, String name, String value) {
		raise(event("VarSet", "dialplan", channel).with("Variable", name).with("Value", value));
	}

	void commandStarted(Channel channel, int id, String command) {
		raise(event("AGIExecStart", "agi", channel).with("CommandId", id).with("Command", command));
	}

	void commandEnded(Channel channel, int id, String command, int code) {
		raise(event("AGIExecEnd", "agi", channel).with("CommandId", id)
			.with("Command", command)
			.with("ResultCode", code)
			.with("Result", RESULTS.getOrDefault(code, "Unknown Result")));
	}

	void digitBegins(Channel channel, char digit, String direction) {
		raise(event("DTMFBegin", "dtmf", channel).with("Digit", digit).with("Direction", direction));
	}

	void digitEnds(Channel channel, char digit, long millis, String direction) {
		raise(event("DTMFEnd", "dtmf", channel).with("Digit", digit)
			.with("DurationMs", millis)
			.with("Direction", direction));
	}

	void user(Channel channel, String name, AmiFrame headers) {
		raise(AmiFrame.event("UserEvent")
			.with("Privilege", "user,all")
			.with(channel.snapshot(""))
			.with("UserEvent", name)
			.with(headers));
	}

	void hold(Channel channel) {
		raise(event("Hold", "call", channel));
	}

	void unhold(Channel channel) {
		raise(event("Unhold", "call", channel));
	}

	void musicStarts(Channel channel) {
		channel.music = true;
		raise(event("MusicOnHoldStart", "call", channel).with("Class", "default"));
	}

	/**
	 * Tell that music stops, if it plays.
	 */
	void musicStops(Channel channel) {
		if (channel.music) {
			channel.music = false;
			raise(event("MusicOnHoldStop", "call", channel));
		}
	}

	void softHangupRequested(Channel channel, int cause) {
		raise(event("SoftHangupRequest", "call", channel).with("Cause", cause));
	}

	void hangupRequested(Channel channel, int cause) {
		raise(event("HangupRequest", "call", channel).with("Cause", cause));
	}

	void hungUp(Channel channel) {
		raise(event("Hangup", "call", channel).with("Cause", channel.cause)
			.with("Cause-txt", CAUSES.getOrDefault(channel.cause, "Unknown")));
	}

}
