package io.pystrix.test.pbx;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.ami.AmiFrame;
import org.jspecify.annotations.Nullable;

/**
 * One channel: half of a Local pair. Guarded by the {@link Monitor}.
 */
final class Channel {

	/** What Asterisk calls somebody it does not know. */
	static final String UNKNOWN = "<unknown>";

	final String name;

	final String uniqueid;

	/** The other half; only a pair that is being made has none. */
	@Nullable Channel other;

	final long start = System.nanoTime();

	final Map<String, String> variables = new HashMap<>();

	/** Variables that channels get which this one dials, by name with underscores. */
	final Map<String, String> inherited = new LinkedHashMap<>();

	String linkedid;

	ChannelState state;

	CallerId callerId = CallerId.UNKNOWN;

	CallerId connectedLine = CallerId.UNKNOWN;

	String accountCode = "";

	Position position;

	String application = "";

	String data = "";

	int cause;

	boolean hungUp;

	boolean gone;

	/** Whether extensions run here, rather than one application, or nothing at all. */
	boolean dialplan;

	/** The one application to run instead of an extension, until it runs. */
	@Nullable Step only;

	/** What the other half tells whoever dials this one. */
	Progress progress = Progress.NONE;

	/** Where it was redirected to, until it is there. */
	@Nullable Position goal;

	/** The place that was told last. */
	@Nullable Position announced;

	/** The bridge that it was told to join, until it has. */
	@Nullable Bridge summons;

	/** The bridge that it is in. */
	@Nullable Bridge bridge;

	/** Whether it was told to leave its bridge. */
	boolean dismissed;

	/** What its thread does when it sits in a bridge and the time has come. */
	@Nullable Alarm alarm;

	/** How it asks somebody before it transfers a call. */
	@Nullable Consultation consultation;

	boolean music;

	/** Whether its place has changed, which Asterisk tells at its next state. */
	boolean moved;

	/** The recordings that run, by id. */
	final Set<String> recordings = new LinkedHashSet<>();

	@Nullable AgiCall script;

	/** Whether the PBX stops, so that a script is not waited for. */
	boolean stopping;

	Channel(String name, String uniqueid, String linkedid, ChannelState state, Position position) {
		this.name = name;
		this.uniqueid = uniqueid;
		this.linkedid = linkedid;
		this.state = state;
		this.position = position;
	}

	boolean isFirst() {
		return this.name.endsWith(";1");
	}

	boolean isUp() {
		return this.state == ChannelState.UP;
	}

	/**
	 * Whether an application has to end because something else is to happen.
	 */
	boolean isInterrupted() {
		return this.hungUp || this.goal != null || this.summons != null;
	}

	/**
	 * The other half, which lives.
	 */
	@Nullable Channel livingOther() {
		Channel half = this.other;
		return (half != null && !half.gone) ? half : null;
	}

	/**
	 * Ask it to hang up. Its thread does it.
	 * @param reason the cause; 0 leaves the one that it has
	 */
	void hangUp(int reason) {
		if (reason != 0) {
			this.cause = reason;
		}
		if (!this.hungUp) {
			this.hungUp = true;
			interruptScript();
		}
	}

	/**
	 * Send it elsewhere in the dialplan. Its thread goes.
	 */
	void goTo(Position target) {
		this.goal = target;
		interruptScript();
	}

	/**
	 * Have it join a bridge. Its thread does.
	 */
	void summon(Bridge target) {
		this.summons = target;
		interruptScript();
	}

	private void interruptScript() {
		AgiCall running = this.script;
		if (running != null) {
			running.hangUp();
		}
	}

	/**
	 * The name without the serial number, which is how Asterisk calls the device.
	 */
	String device() {
		return this.name.substring(0, this.name.lastIndexOf('-'));
	}

	/**
	 * The headers that describe a channel in an event, not escaped yet.
	 * @param prefix what stands before each name, such as {@code Dest}
	 */
	AmiFrame snapshot(String prefix) {
		return AmiFrame.empty()
			.with(prefix + "Channel", this.name)
			.with(prefix + "ChannelState", this.state.number())
			.with(prefix + "ChannelStateDesc", this.state.text())
			.with(prefix + "CallerIDNum", this.callerId.number())
			.with(prefix + "CallerIDName", this.callerId.name())
			.with(prefix + "ConnectedLineNum", this.connectedLine.number())
			.with(prefix + "ConnectedLineName", this.connectedLine.name())
			.with(prefix + "Language", "en")
			.with(prefix + "AccountCode", this.accountCode)
			.with(prefix + "Context", this.position.context())
			.with(prefix + "Exten", this.position.extension())
			.with(prefix + "Priority", this.position.priority())
			.with(prefix + "Uniqueid", this.uniqueid)
			.with(prefix + "Linkedid", this.linkedid);
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * Something to be done later.
	 *
	 * @param deadline when, as {@link Monitor#after} tells
	 * @param task what to do
	 */
	record Alarm(long deadline, Runnable task) {

	}

	/**
	 * What a channel that is called tells its caller.
	 */
	enum Progress {

		NONE, RINGING, BUSY, CONGESTION

	}

}
