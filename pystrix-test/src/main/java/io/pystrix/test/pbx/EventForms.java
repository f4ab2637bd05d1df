package io.pystrix.test.pbx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.release.AsteriskRelease;
import io.pystrix.test.release.Habit;
import org.jspecify.annotations.Nullable;

/**
 * Gives events and list items the form that a release gives them. The PBX makes them in
 * the form of Asterisk 22; what older releases do not send yet is left out, and what they
 * still send is added. Each line of the tables names the first release of each branch, as
 * read in the tags {@code x.y.0} of the source file next to it.
 */
final class EventForms {

	/** What ast_escape_c() in main/utils.c escapes, all releases that escape. */
	private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\'\"?";

	private static final String ESCAPES = "abfnrtv\\'\"?";

	/** Items that hold names of callers as they are: apps/app_queue.c, main/manager.c. */
	private static final Set<String> PLAIN = Set.of("QueueEntry", "OriginateResponse");

	private static final Map<String, List<AsteriskRelease>> EVENTS = Map.of(
			// main/manager_channels.c
			"DialState", since("14.0"), "MixMonitorStart", since("16.17", "18.3", "19.0"), "MixMonitorStop",
			since("16.17", "18.3", "19.0"), "MixMonitorMute", since("16.17", "18.3", "19.0"));

	private static final List<Header> HEADERS = List.of(
			// main/manager_channels.c, with any prefix
			new Header("", "Language", since("13.2", "14.0")), new Header("", "Linkedid", since("13.5", "14.0")),
			// main/manager_bridges.c
			new Header("", "BridgeVideoSourceMode", since("13.13", "14.2", "15.0")),
			// apps/app_queue.c
			new Header("QueueMember", "LastPause", since("14.0")),
			new Header("QueueMember", "LoginTime", since("16.23", "18.9", "19.1", "20.0")),
			new Header("QueueMember", "InCall", since("13.8", "14.0")),
			new Header("QueueMember", "PausedReason", since("13.8", "14.0")),
			new Header("QueueMember", "Wrapuptime", since("16.3", "17.0")),
			new Header("QueueParams", "ServicelevelPerf2", since("15.0")),
			new Header("QueueEntry", "Priority", since("13.18", "14.7", "15.0")),
			// apps/app_confbridge.c
			new Header("ConfbridgeList", "Talking", since("13.22", "15.5", "16.0")),
			new Header("ConfbridgeList", "AnsweredTime", since("13.20", "15.3", "16.0")));

	/** apps/app_queue.c: the event has Reason beside PausedReason. */
	private static final List<AsteriskRelease> PAUSE_WITHOUT_REASON = since("18.0");

	/** main/manager_channels.c: the class of Newexten. */
	private static final List<AsteriskRelease> NEWEXTEN_IS_DIALPLAN = since("16.0");

	private final AsteriskRelease release;

	private final Set<String> unknownEvents = new HashSet<>();

	private final List<Header> unknownHeaders;

	private final boolean escapes;

	EventForms(AsteriskRelease release) {
		this.release = release;
		this.escapes = release.has(Habit.AMI_ESCAPES_TEXT);
		this.unknownHeaders = HEADERS.stream().filter((header) -> !release.isSince(header.since)).toList();
		EVENTS.forEach((event, since) -> {
			if (!release.isSince(since)) {
				this.unknownEvents.add(event);
			}
		});
	}

	private static List<AsteriskRelease> since(String... firsts) {
		return Arrays.stream(firsts).map(AsteriskRelease::of).toList();
	}

	boolean has(Habit habit) {
		return this.release.has(habit);
	}

	/**
	 * Give an event its form.
	 * @return the event to send, or {@code null} if the release does not know it
	 */
	@Nullable AmiFrame event(AmiFrame event) {
		return this.unknownEvents.contains(event.name()) ? null : item(event);
	}

	/**
	 * Give a list item or a response its form.
	 */
	AmiFrame item(AmiFrame frame) {
		List<AmiFrame.Header> headers = new ArrayList<>(frame.headers().size());
		for (AmiFrame.Header header : frame.headers()) {
			if (this.unknownHeaders.stream().noneMatch((unknown) -> unknown.matches(frame.name(), header.name()))) {
				headers.add(form(frame, header));
			}
		}
		if (frame.name().equals("QueueMemberPause") && !this.release.isSince(PAUSE_WITHOUT_REASON)) {
			headers.add(new AmiFrame.Header("Reason", frame.get("PausedReason", "")));
		}
		return new AmiFrame(headers);
	}

	private AmiFrame.Header form(AmiFrame frame, AmiFrame.Header header) {
		String name = header.name();
		if (name.equals("Privilege") && frame.name().equals("Newexten")
				&& !this.release.isSince(NEWEXTEN_IS_DIALPLAN)) {
			return new AmiFrame.Header(name, "call,all");
		}
		boolean text = name.endsWith("CallerIDName") || name.endsWith("ConnectedLineName")
				|| (name.equals("Value") && frame.name().equals("VarSet"));
		return (text && this.escapes && !PLAIN.contains(frame.name()))
				? new AmiFrame.Header(name, escape(header.value())) : header;
	}

	static String escape(String text) {
		StringBuilder escaped = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			int index = ESCAPED.indexOf(text.charAt(i));
			if (index >= 0) {
				escaped.append('\\').append(ESCAPES.charAt(index));
			}
			else {
				escaped.append(text.charAt(i));
			}
		}
		return escaped.toString();
	}

	/**
	 * A header that came with some release.
	 *
	 * @param event what the names of its events begin with
	 * @param name what its name ends with
	 * @param since the first release of each branch
	 */
	private record Header(String event, String name, List<AsteriskRelease> since) {

		boolean matches(String event, String name) {
			return event.startsWith(this.event) && name.endsWith(this.name);
		}

	}

}
