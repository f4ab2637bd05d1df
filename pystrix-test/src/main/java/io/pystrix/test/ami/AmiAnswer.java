package io.pystrix.test.ami;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import io.pystrix.test.release.AsteriskRelease;
import io.pystrix.test.release.Habit;
import org.jspecify.annotations.Nullable;

/**
 * What a client gets for an action: a response, a list of events, nothing at all, late,
 * cut short. Immutable; each method gives a changed copy.
 * <p>
 * The request's {@code ActionID} is put second into the response and into the items of a
 * list, unless the frame has an {@code ActionID} already.
 *
 * @since 0.1.0
 */
public final class AmiAnswer {

	static final String OUTPUT_FOLLOWS = "Command output follows";

	private final List<AmiFrame> frames;

	private final boolean list;

	private final Duration delay;

	private final int cut;

	private final boolean closing;

	private final @Nullable Runnable next;

	private AmiAnswer(List<AmiFrame> frames, boolean list, Duration delay, int cut, boolean closing,
			@Nullable Runnable next) {
		this.frames = List.copyOf(frames);
		this.list = list;
		this.delay = delay;
		this.cut = cut;
		this.closing = closing;
		this.next = next;
	}

	/**
	 * Answer with exactly these messages, in this order.
	 * @param frames usually a response, perhaps followed by events
	 * @return the answer
	 */
	public static AmiAnswer of(AmiFrame... frames) {
		return new AmiAnswer(List.of(frames), false, Duration.ZERO, -1, false, null);
	}

	/**
	 * Answer {@code Response: Success} with a message.
	 * @param message the value of {@code Message}
	 * @return the answer
	 */
	public static AmiAnswer success(String message) {
		return of(AmiFrame.response("Success").with("Message", message));
	}

	/**
	 * Answer {@code Response: Error} with a message.
	 * @param message the value of {@code Message}
	 * @return the answer
	 */
	public static AmiAnswer error(String message) {
		return of(AmiFrame.response("Error").with("Message", message));
	}

	/**
	 * Answer {@code Command} with what it prints, in the form of the release that is
	 * played.
	 * @param lines the lines; none for a command that prints nothing
	 * @return the answer
	 */
	public static AmiAnswer output(String... lines) {
		AmiFrame response = AmiFrame.response("Success").with("Message", OUTPUT_FOLLOWS);
		for (String line : lines) {
			response = response.with("Output", line);
		}
		return of(response);
	}

	/**
	 * Never answer.
	 * @return the answer that is none
	 */
	public static AmiAnswer none() {
		return of();
	}

	/**
	 * Answer with an event list: the response that announces it, the items, and the
	 * completion event with the count.
	 * @param message the value of {@code Message} in the response
	 * @param complete the name of the completion event
	 * @param items the items
	 * @return the answer
	 */
	public static AmiAnswer list(String message, String complete, List<AmiFrame> items) {
		return list(message, AmiFrame.event(complete).with("EventList", "Complete").with("ListItems", items.size()),
				items);
	}

	/**
	 * Answer with an event list whose completion event is given whole, so that a test can
	 * get its count or its {@code EventList} header wrong.
	 * @param message the value of {@code Message} in the response
	 * @param complete the completion event
	 * @param items the items
	 * @return the answer
	 */
	public static AmiAnswer list(String message, AmiFrame complete, List<AmiFrame> items) {
		List<AmiFrame> frames = new ArrayList<>(items.size() + 2);
		frames.add(AmiFrame.response("Success").with("EventList", "start").with("Message", message));
		frames.addAll(items);
		frames.add(complete);
		return new AmiAnswer(frames, true, Duration.ZERO, -1, false, null);
	}

	/**
	 * Answer late. Events still reach the client meanwhile; its next action waits.
	 * @param delay how long to wait before writing
	 * @return a changed copy
	 */
	public AmiAnswer after(Duration delay) {
		return new AmiAnswer(this.frames, this.list, delay, this.cut, this.closing, this.next);
	}

	/**
	 * Close the connection once the answer is written.
	 * @return a changed copy
	 */
	public AmiAnswer thenClose() {
		return new AmiAnswer(this.frames, this.list, this.delay, this.cut, true, this.next);
	}

	/**
	 * Write only the beginning of the answer and close the connection.
	 * @param bytes how many bytes to write
	 * @return a changed copy
	 */
	public AmiAnswer truncatedTo(int bytes) {
		return new AmiAnswer(this.frames, this.list, this.delay, bytes, true, this.next);
	}

	/**
	 * Do something once the answer is on its way: events that it sends arrive behind the
	 * answer, as they do in Asterisk.
	 * @param next what to do, on the connection's thread
	 * @return a changed copy
	 */
	public AmiAnswer then(Runnable next) {
		return new AmiAnswer(this.frames, this.list, this.delay, this.cut, this.closing, next);
	}

	AmiAnswer later(Duration delay) {
		return delay.isZero() ? this : after(this.delay.plus(delay));
	}

	Duration delay() {
		return this.delay;
	}

	boolean closing() {
		return this.closing;
	}

	@Nullable Runnable next() {
		return this.next;
	}

	/**
	 * The same answer with other messages.
	 * @param change is given each message; returns what to send instead
	 * @return a changed copy
	 */
	public AmiAnswer map(UnaryOperator<AmiFrame> change) {
		List<AmiFrame> changed = this.frames.stream().map(change).toList();
		return new AmiAnswer(changed, this.list, this.delay, this.cut, this.closing, this.next);
	}

	byte[] toBytes(@Nullable String actionId, AsteriskRelease release) {
		StringBuilder text = new StringBuilder();
		for (AmiFrame frame : this.frames) {
			boolean stamped = actionId != null && (this.list || frame.isResponse()) && frame.get("ActionID") == null;
			AmiFrame sent = (stamped && actionId != null) ? frame.inserted(1, "ActionID", actionId) : frame;
			boolean follows = OUTPUT_FOLLOWS.equals(frame.get("Message"))
					&& !release.has(Habit.AMI_COMMAND_OUTPUT_HEADERS);
			text.append(follows ? following(sent) : sent);
		}
		byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		return (this.cut < 0 || this.cut > bytes.length) ? bytes : Arrays.copyOf(bytes, this.cut);
	}

	/**
	 * Output as it was before it had headers, see {@code action_command()} in
	 * main/manager.c of Asterisk 13: its lines end with LF alone, and a command that
	 * fails is not told from others.
	 */
	private static String following(AmiFrame response) {
		StringBuilder text = new StringBuilder("Response: Follows\r\nPrivilege: Command\r\n");
		response.getAll("ActionID").forEach((id) -> text.append("ActionID: ").append(id).append("\r\n"));
		response.getAll("Output").forEach((line) -> text.append(line).append('\n'));
		return text.append("--END COMMAND--\r\n\r\n").toString();
	}

}
