package io.pystrix.test.pbx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Describes an extension of the simulated dialplan: what it does, step by step. The
 * channel hangs up behind the last step. Durations are in the simulator's own time.
 * <p>
 * Not thread-safe.
 *
 * @since 0.1.0
 */
public final class Extension {

	private final List<Step> steps = new ArrayList<>();

	Extension() {
	}

	List<Step> steps() {
		return List.copyOf(this.steps);
	}

	/**
	 * Answer the call; nothing happens if it is answered.
	 * @return this
	 */
	public Extension answer() {
		return application("Answer", "");
	}

	/**
	 * Tell the caller that it rings.
	 * @return this
	 */
	public Extension ringing() {
		return application("Ringing", "");
	}

	/**
	 * Wait.
	 * @param duration how long
	 * @return this
	 */
	public Extension wait(Duration duration) {
		return application("Wait", seconds(duration));
	}

	/**
	 * Be a phone that rings, is answered, and is held until the caller hangs up.
	 * @param duration how long it rings
	 * @return this
	 */
	public Extension answerAfter(Duration duration) {
		return ringing().wait(duration).answer().echo();
	}

	/**
	 * Be a phone that rings and is not answered.
	 * @return this
	 */
	public Extension ringForEver() {
		return ringing().wait(Duration.ofDays(1)).hangUp(19);
	}

	/**
	 * Run a FastAGI script.
	 * @param script what stands behind the first slash of the script's URL
	 * @return this
	 */
	public Extension script(String script) {
		return application("AGI", "agi://" + Dialplan.FASTAGI + "/" + script);
	}

	/**
	 * Call another extension for 20 seconds and talk to it. If both have talked, the
	 * extension ends; otherwise it goes on, and {@code DIALSTATUS} tells why.
	 * @param extension the extension, in context {@code default}
	 * @return this
	 */
	public Extension dial(String extension) {
		return dial(extension, Duration.ofSeconds(20));
	}

	/**
	 * Call another extension and talk to it. If both have talked, the extension ends;
	 * otherwise it goes on, and {@code DIALSTATUS} tells why.
	 * @param extension the extension, in context {@code default}
	 * @param timeout how long it may ring
	 * @return this
	 */
	public Extension dial(String extension, Duration timeout) {
		return application("Dial", "Local/" + extension + "@" + Dialplan.CONTEXT + "/n," + seconds(timeout));
	}

	/**
	 * Wait in a queue, until a member has talked to the caller; the extension ends then.
	 * @param name the queue's name; if there is none, the extension goes on
	 * @return this
	 */
	public Extension queue(String name) {
		return application("Queue", name);
	}

	/**
	 * Talk in a conference.
	 * @param name its name
	 * @return this
	 */
	public Extension conference(String name) {
		return application("ConfBridge", name);
	}

	/**
	 * Park the caller in the first free space, 701 to 720, of the lot {@code default}.
	 * Who calls the space takes the call back; nobody does within 45 seconds, it ends.
	 * @return this
	 */
	public Extension park() {
		return application("Park", "");
	}

	/**
	 * Play music until somebody hangs up.
	 * @return this
	 */
	public Extension music() {
		return application("MusicOnHold", "default");
	}

	/**
	 * Echo until somebody hangs up.
	 * @return this
	 */
	public Extension echo() {
		return application("Echo", "");
	}

	/**
	 * Be busy.
	 * @return this
	 */
	public Extension busy() {
		return application("Busy", "10");
	}

	/**
	 * Be congested.
	 * @return this
	 */
	public Extension congestion() {
		return application("Congestion", "10");
	}

	/**
	 * Hang up.
	 * @return this
	 */
	public Extension hangUp() {
		return application("Hangup", "");
	}

	/**
	 * Hang up with a cause.
	 * @param cause the cause as in ISDN, such as 21 for a call that is rejected
	 * @return this
	 */
	public Extension hangUp(int cause) {
		return application("Hangup", Integer.toString(cause));
	}

	/**
	 * Go on with another extension.
	 * @param extension the extension, in context {@code default}
	 * @return this
	 */
	public Extension goTo(String extension) {
		return application("Goto", extension + ",1");
	}

	/**
	 * Set a variable of the channel.
	 * @param name its name
	 * @param value its value
	 * @return this
	 */
	public Extension set(String name, String value) {
		return application("Set", name + "=" + value);
	}

	/**
	 * Run an application as the dialplan of Asterisk names it. Those that are not
	 * simulated do nothing.
	 * @param name its name, such as {@code UserEvent}
	 * @param data its arguments; nothing in them is replaced, except
	 * <code>${FASTAGI}</code> by the address of the FastAGI server
	 * @return this
	 */
	public Extension application(String name, String data) {
		this.steps.add(new Step(name, data));
		return this;
	}

	private static String seconds(Duration duration) {
		long millis = duration.toMillis();
		return (millis % 1000 == 0) ? Long.toString(millis / 1000)
				: String.format(Locale.ROOT, "%.3f", millis / 1000.0);
	}

}
