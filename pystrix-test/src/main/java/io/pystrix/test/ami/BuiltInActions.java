package io.pystrix.test.ami;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;

import io.pystrix.test.release.AsteriskRelease;

/**
 * The actions that the simulator answers by itself once a session is logged in.
 */
final class BuiltInActions {

	private static final String UNKNOWN = "Invalid/unknown command: %s. Use Action: ListCommands to show available "
			+ "commands.";

	private final Map<String, BiFunction<AmiSession, AmiRequest, AmiAnswer>> actions = new TreeMap<>(
			String.CASE_INSENSITIVE_ORDER);

	private final Map<String, String> variables = new ConcurrentHashMap<>();

	private final CoreActions core;

	private final Privileges privileges;

	private final AsteriskRelease release;

	private final Consumer<AmiFrame> broadcast;

	BuiltInActions(Privileges privileges, AsteriskRelease release, Consumer<AmiFrame> broadcast) {
		this.privileges = privileges;
		this.broadcast = broadcast;
		this.release = release;
		this.core = new CoreActions(Instant.now(), release);
		this.actions.put("Ping", this::ping);
		this.actions.put("Events", this::events);
		this.actions.put("Filter", this::filter);
		this.actions.put("Getvar", this::getVariable);
		this.actions.put("Setvar", this::setVariable);
		this.actions.put("UserEvent", this::userEvent);
		this.core.addTo(this::add);
	}

	private void add(String action, Function<AmiRequest, AmiAnswer> answer) {
		this.actions.put(action, (session, request) -> answer.apply(request));
	}

	AmiAnswer answer(AmiSession session, AmiRequest request) {
		BiFunction<AmiSession, AmiRequest, AmiAnswer> action = this.actions.get(request.action());
		return (action != null) ? action.apply(session, request)
				: AmiAnswer.error(String.format(UNKNOWN, request.action()));
	}

	/**
	 * Answer {@code ListCommands}, which names only what the user may do; synopses are
	 * not what a client should depend on.
	 * @param programmed the names of the actions that a test answers
	 */
	AmiAnswer listCommands(AmiSession session, List<String> programmed) {
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		names.addAll(this.actions.keySet());
		names.addAll(List.of("Challenge", "ListCommands", "Login", "Logoff"));
		names.addAll(programmed);
		AmiFrame response = AmiFrame.response("Success");
		for (String name : names) {
			List<String> classes = this.privileges.ofAction(name);
			if (session.permits(classes)) {
				String shown = classes.isEmpty() ? "<none>" : String.join(",", classes) + ",all";
				response = response.with(name, "Answered by the simulator.  (Priv: " + shown + ")");
			}
		}
		return AmiAnswer.of(response);
	}

	CoreActions core() {
		return this.core;
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
		session.mask(ClassSet.ofMask(mask));
		return AmiAnswer.of(AmiFrame.response("Success").with("Events", session.mask().isEmpty() ? "Off" : "On"));
	}

	private AmiAnswer filter(AmiSession session, AmiRequest request) {
		if (!request.get("Operation", "").equalsIgnoreCase("Add")) {
			return AmiAnswer.error("Unknown operation");
		}
		try {
			session.add(EventFilter.parse(request, this.release));
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
