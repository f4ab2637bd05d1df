package io.pystrix.test.ami;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;

/**
 * The actions that the simulator answers by itself once a session is logged in.
 */
final class BuiltInActions {

	private static final String UNKNOWN = "Invalid/unknown command: %s. Use Action: ListCommands to show available "
			+ "commands.";

	private final Map<String, BiFunction<AmiSession, AmiRequest, AmiAnswer>> actions = new TreeMap<>(
			String.CASE_INSENSITIVE_ORDER);

	private final Map<String, String> variables = new ConcurrentHashMap<>();

	private final Consumer<AmiFrame> broadcast;

	private volatile Supplier<List<AmiFrame>> channels = List::of;

	BuiltInActions(Consumer<AmiFrame> broadcast) {
		this.broadcast = broadcast;
		this.actions.put("Ping", this::ping);
		this.actions.put("Events", this::events);
		this.actions.put("Filter", this::filter);
		this.actions.put("Getvar", this::getVariable);
		this.actions.put("Setvar", this::setVariable);
		this.actions.put("UserEvent", this::userEvent);
		this.actions.put("CoreShowChannels", (session, request) -> AmiAnswer.list("Channels will follow",
				"CoreShowChannelsComplete", this.channels.get()));
	}

	AmiAnswer answer(AmiSession session, AmiRequest request) {
		BiFunction<AmiSession, AmiRequest, AmiAnswer> action = this.actions.get(request.action());
		return (action != null) ? action.apply(session, request)
				: AmiAnswer.error(String.format(UNKNOWN, request.action()));
	}

	/**
	 * Answer {@code ListCommands}; synopses are not what a client should depend on.
	 * @param handled the names of the actions that a test answers
	 */
	AmiAnswer listCommands(List<String> handled) {
		Map<String, Boolean> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.actions.keySet().forEach((name) -> names.put(name, true));
		List.of("Challenge", "ListCommands", "Login", "Logoff").forEach((name) -> names.put(name, true));
		handled.forEach((name) -> names.putIfAbsent(name, true));
		AmiFrame response = AmiFrame.response("Success");
		for (String name : names.keySet()) {
			response = response.with(name, "Answered by the simulator.  (Priv: <none>)");
		}
		return AmiAnswer.of(response);
	}

	void channels(Supplier<List<AmiFrame>> channels) {
		this.channels = channels;
	}

	Map<String, String> variables() {
		return this.variables;
	}

	private AmiAnswer ping(AmiSession session, AmiRequest request) {
		long now = System.currentTimeMillis();
		return AmiAnswer.of(AmiFrame.response("Success")
			.with("Ping", "Pong")
			.with("Timestamp", String.format(Locale.ROOT, "%d.%06d", now / 1000, now % 1000 * 1000)));
	}

	private AmiAnswer events(AmiSession session, AmiRequest request) {
		String mask = request.get("EventMask", "");
		if (mask.isEmpty()) {
			return AmiAnswer.error("Invalid event mask");
		}
		session.mask(EventMask.parse(mask));
		return AmiAnswer.of(AmiFrame.response("Success").with("Events", session.mask().isOn() ? "On" : "Off"));
	}

	private AmiAnswer filter(AmiSession session, AmiRequest request) {
		if (!request.get("Operation", "").equalsIgnoreCase("Add")) {
			return AmiAnswer.error("Unknown operation");
		}
		try {
			session.add(EventFilter.parse(request));
			return AmiAnswer.success("Success");
		}
		catch (PatternSyntaxException ex) {
			return AmiAnswer.error("Filter did not compile.  Check the syntax of the filter given.");
		}
		catch (IllegalArgumentException ex) {
			return AmiAnswer.error("Filter was formatted incorrectly.  Check the syntax of the filter given.");
		}
	}

	private AmiAnswer getVariable(AmiSession session, AmiRequest request) {
		String name = request.get("Variable", "");
		if (name.isEmpty()) {
			return AmiAnswer.error("No variable specified");
		}
		return AmiAnswer.of(AmiFrame.response("Success")
			.with("Variable", name)
			.with("Value", this.variables.getOrDefault(key(request), "")));
	}

	private AmiAnswer setVariable(AmiSession session, AmiRequest request) {
		if (request.get("Variable", "").isEmpty()) {
			return AmiAnswer.error("No variable specified");
		}
		this.variables.put(key(request), request.get("Value", ""));
		return AmiAnswer.success("Variable Set");
	}

	private static String key(AmiRequest request) {
		return AmiSimulator.variableKey(request.get("Channel", ""), request.get("Variable", ""));
	}

	private AmiAnswer userEvent(AmiSession session, AmiRequest request) {
		List<AmiFrame.Header> headers = new ArrayList<>();
		headers.add(new AmiFrame.Header("Event", "UserEvent"));
		headers.add(new AmiFrame.Header("Privilege", "user,all"));
		headers.add(new AmiFrame.Header("UserEvent", request.get("UserEvent", "")));
		for (AmiFrame.Header header : request.frame().headers()) {
			if (!header.name().equalsIgnoreCase("Action") && !header.name().equalsIgnoreCase("UserEvent")) {
				headers.add(header);
			}
		}
		return AmiAnswer.success("Event Sent").then(() -> this.broadcast.accept(new AmiFrame(headers)));
	}

}
