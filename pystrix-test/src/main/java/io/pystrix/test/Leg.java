package io.pystrix.test;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.ami.AmiFrame;
import org.jspecify.annotations.Nullable;

/**
 * One channel of a call. Its fields change on the call's threads and are read by any.
 */
final class Leg {

	private final long start = System.nanoTime();

	private final Map<String, String> variables = new ConcurrentHashMap<>();

	private final CountDownLatch hungUp = new CountDownLatch(1);

	private final String name;

	private final String uniqueid;

	private final String linkedid;

	private volatile boolean up;

	private volatile boolean gone;

	/** Whether extensions run here, rather than one application of an Originate. */
	private volatile boolean dialplan = true;

	private volatile int cause;

	private volatile CallerId callerId = CallerId.UNKNOWN;

	private volatile CallerId connectedLine = CallerId.UNKNOWN;

	private volatile Position position;

	private volatile @Nullable AgiCall script;

	Leg(String name, String uniqueid, String linkedid, String context, String extension) {
		this.name = name;
		this.uniqueid = uniqueid;
		this.linkedid = linkedid;
		this.position = new Position(context, extension, 1, "", "");
	}

	String name() {
		return this.name;
	}

	String uniqueid() {
		return this.uniqueid;
	}

	boolean isFirst() {
		return this.name.endsWith(";1");
	}

	boolean isUp() {
		return this.up;
	}

	void up() {
		this.up = true;
	}

	boolean isHungUp() {
		return this.hungUp.getCount() == 0;
	}

	void hangUp(int cause) {
		this.cause = cause;
		this.hungUp.countDown();
		AgiCall running = this.script;
		if (running != null) {
			running.hangUp();
		}
	}

	CountDownLatch hungUp() {
		return this.hungUp;
	}

	int cause() {
		return this.cause;
	}

	boolean runsDialplan() {
		return this.dialplan;
	}

	void runsApplication() {
		this.dialplan = false;
	}

	boolean isGone() {
		return this.gone;
	}

	void gone() {
		this.gone = true;
	}

	CallerId callerId() {
		return this.callerId;
	}

	void callerId(CallerId callerId) {
		this.callerId = callerId;
	}

	void connectedLine(CallerId connectedLine) {
		this.connectedLine = connectedLine;
	}

	Position position() {
		return this.position;
	}

	void position(Position position) {
		this.position = position;
	}

	@Nullable AgiCall script() {
		return this.script;
	}

	void script(@Nullable AgiCall script) {
		this.script = script;
	}

	Map<String, String> variables() {
		return this.variables;
	}

	/**
	 * The headers that describe a channel in an event.
	 * @param prefix what stands before each name, such as {@code Dest}
	 */
	AmiFrame snapshot(String prefix) {
		int down = isFirst() ? 0 : 4;
		String downText = isFirst() ? "Down" : "Ring";
		return AmiFrame.empty()
			.with(prefix + "Channel", this.name)
			.with(prefix + "ChannelState", this.up ? 6 : down)
			.with(prefix + "ChannelStateDesc", this.up ? "Up" : downText)
			.with(prefix + "CallerIDNum", this.callerId.number())
			.with(prefix + "CallerIDName", escape(this.callerId.name()))
			.with(prefix + "ConnectedLineNum", this.connectedLine.number())
			.with(prefix + "ConnectedLineName", escape(this.connectedLine.name()))
			.with(prefix + "Language", "en")
			.with(prefix + "AccountCode", "")
			.with(prefix + "Context", this.position.context())
			.with(prefix + "Exten", this.position.extension())
			.with(prefix + "Priority", this.position.priority())
			.with(prefix + "Uniqueid", this.uniqueid)
			.with(prefix + "Linkedid", this.linkedid);
	}

	/**
	 * The item of {@code CoreShowChannels}.
	 */
	AmiFrame listItem() {
		Duration age = Duration.ofNanos(System.nanoTime() - this.start);
		return AmiFrame.event("CoreShowChannel")
			.with(snapshot(""))
			.with("Application", this.position.application())
			.with("ApplicationData", this.position.data())
			.with("Duration",
					String.format(Locale.ROOT, "%02d:%02d:%02d", age.toHours(), age.toMinutesPart(),
							age.toSecondsPart()))
			.with("BridgeId", "");
	}

	static String escape(String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"");
	}

	/**
	 * Where a channel is in the dialplan.
	 *
	 * @param context the context
	 * @param extension the extension
	 * @param priority the priority
	 * @param application what runs there; empty before anything does
	 * @param data the application's data
	 */
	record Position(String context, String extension, int priority, String application, String data) {

	}

}
