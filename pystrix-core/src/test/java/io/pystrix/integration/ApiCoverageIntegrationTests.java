package io.pystrix.integration;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.pystrix.ami.Manager;
import io.pystrix.ami.action.CommandAction;
import io.pystrix.ami.action.ListCommandsAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the Asterisk at hand what it has, and looks for it in the sources of the typed
 * API: every action, event and header must be there.
 */
@RealAsterisk.Required
class ApiCoverageIntegrationTests {

	private static final List<Path> SOURCES = List.of(Path.of("target/generated-sources/asterisk-api"),
			Path.of("src/main/java"));

	/** A line of a syntax, such as {@code [Reason:] <value>}. */
	private static final Pattern SYNTAX = Pattern.compile("\\[?([^\\s:\\[\\]]+):\\]? <value>");

	private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

	private static final Pattern SNAPSHOT = Pattern.compile("new (Channel|Bridge)Snapshot\\(headers\\(\\), \"(\\w*)\"");

	/** What Asterisk's documentation spells in another way than Asterisk. */
	private static final Map<String, String> ON_THE_WIRE = Map.of("NewExten", "Newexten", "AsyncAGIExec.CommandID",
			"CommandId", "QueueParams.ServiceLevelPerf", "ServicelevelPerf", "QueueParams.ServiceLevelPerf2",
			"ServicelevelPerf2", "TransportDetail.AsycOperations", "AsyncOperations", "CEL.UserField", "Userfield");

	/** Of any number and any name; there are methods to add them. */
	private static final Set<String> PLACEHOLDERS = Set.of("UserEvent.Header1", "UserEvent.HeaderN");

	private final Manager manager = RealAsterisk.builder().build();

	@BeforeEach
	void connect() {
		this.manager.connect();
	}

	@AfterEach
	void close() {
		this.manager.close();
	}

	@Test
	void everyActionHasAClassWithEveryParameter() throws IOException {
		Set<String> actions = this.manager.sendAction(new ListCommandsAction()).commands().keySet();
		assertThat(actions).hasSizeGreaterThan(100);
		List<String> missing = new ArrayList<>();
		for (String action : actions) {
			String source = source("action", action + "Action");
			if (source == null) {
				missing.add(action);
				continue;
			}
			Set<String> known = literals(source);
			List<String> help = cli("manager show command " + action);
			syntax(help, action).stream()
				.filter((header) -> !contains(known, header))
				.map((header) -> action + "." + header)
				.forEach(missing::add);
			for (String line : help) {
				if (line.matches("Event: [\\w-]+") && source("event", line.substring(7) + "Event") == null) {
					missing.add(action + " with " + line);
				}
			}
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void everyEventHasAClassWithEveryHeader() throws IOException {
		Set<String> events = events();
		assertThat(events).hasSizeGreaterThan(150);
		List<String> missing = new ArrayList<>();
		for (String event : events) {
			String source = source("event", ON_THE_WIRE.getOrDefault(event, event) + "Event");
			if (source == null) {
				missing.add(event);
				continue;
			}
			Set<String> known = headersOf(source);
			syntax(cli("manager show event " + event), event).stream()
				.filter((header) -> !contains(known, header))
				.map((header) -> event + "." + header)
				.forEach(missing::add);
		}
		assertThat(missing).isEmpty();
	}

	private Set<String> events() {
		Set<String> events = new TreeSet<>();
		for (String line : cli("manager show events")) {
			Stream.of(line.strip().split("\\s+"))
				.filter((word) -> word.matches("[A-Z][\\w-]*"))
				.map(ApiCoverageIntegrationTests::whole)
				.forEach(events::add);
		}
		return events;
	}

	/**
	 * {@code main/manager.c} before 20.19, 22.9 and 23.3 cuts the names in its list to 20
	 * characters; the only class whose name begins like that has the whole name.
	 */
	private static String whole(String event) {
		if (event.length() < 20) {
			return event;
		}
		List<String> names = new ArrayList<>();
		for (Path folder : SOURCES) {
			File[] files = folder.resolve("io/pystrix/ami/event").toFile().listFiles();
			Stream.of((files != null) ? files : new File[0])
				.map(File::getName)
				.filter((name) -> name.startsWith(event) && name.endsWith("Event.java"))
				.map((name) -> name.substring(0, name.length() - "Event.java".length()))
				.forEach(names::add);
		}
		return (names.size() == 1) ? names.get(0) : event;
	}

	private List<String> cli(String command) {
		return this.manager.sendAction(new CommandAction(command)).output();
	}

	/**
	 * The headers that Asterisk's own help shows; the sections on what an action answers
	 * with come later.
	 */
	private Set<String> syntax(List<String> help, String name) {
		Set<String> headers = new TreeSet<>();
		for (String line : help.subList(help.indexOf("[Syntax]") + 1, help.size())) {
			Matcher matcher = SYNTAX.matcher(line.strip());
			if (line.startsWith("[") && !matcher.matches()) {
				return headers;
			}
			if (matcher.matches() && !matcher.group(1).equals("ActionID")) {
				String header = name + "." + matcher.group(1);
				if (!PLACEHOLDERS.contains(header)) {
					headers.add(ON_THE_WIRE.getOrDefault(header, onTheWire(matcher.group(1))));
				}
			}
		}
		return headers;
	}

	/**
	 * A report has its number in the names of its headers, a step of UpdateConfig too.
	 */
	private static String onTheWire(String header) {
		return header.replace("ReportX", "Report0").replaceFirst("-000000$", "");
	}

	private static boolean contains(Set<String> known, String header) {
		return known.stream().anyMatch(header::equalsIgnoreCase);
	}

	private static Set<String> headersOf(String source) throws IOException {
		Set<String> known = literals(source);
		if (source.contains("extends ChannelEvent")) {
			known.addAll(literals(required("ChannelEvent")));
		}
		Matcher snapshots = SNAPSHOT.matcher(source);
		while (snapshots.find()) {
			boolean bridge = snapshots.group(1).equals("Bridge");
			String prefix = snapshots.group(2) + (bridge ? "Bridge" : "");
			literals(required(snapshots.group(1) + "Snapshot")).forEach((name) -> known.add(prefix + name));
		}
		return known;
	}

	private static Set<String> literals(String source) {
		Set<String> literals = new HashSet<>();
		Matcher matcher = LITERAL.matcher(source);
		while (matcher.find()) {
			literals.add(matcher.group(1));
		}
		return literals;
	}

	private static String required(String type) throws IOException {
		String source = source("event", type);
		assertThat(source).as(type).isNotNull();
		return source;
	}

	private static String source(String room, String type) throws IOException {
		for (Path folder : SOURCES) {
			Path file = folder.resolve("io/pystrix/ami").resolve(room).resolve(type.replaceAll("\\W", "") + ".java");
			if (Files.exists(file)) {
				return Files.readString(file);
			}
		}
		return null;
	}

}
