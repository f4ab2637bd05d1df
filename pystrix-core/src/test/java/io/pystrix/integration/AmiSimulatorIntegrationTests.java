package io.pystrix.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.ami.message.NamedAction;
import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.ami.AmiAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simulator of the test kit answers as the real Asterisk does.
 */
@RealAsterisk.Required
@Timeout(120)
class AmiSimulatorIntegrationTests {

	private final AsteriskSimulator simulator = AsteriskSimulator.builder()
		.release(RealAsterisk.played())
		.account(RealAsterisk.USERNAME, RealAsterisk.PASSWORD)
		.account(AmiAccount.of("reader", "readpass").read("call,system").write("reporting"))
		.build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void everyActionNeedsTheSameClasses() {
		List<String> real = withManager(RealAsterisk.builder(), AmiSimulatorIntegrationTests::privileges);
		assertThat(real).hasSizeGreaterThan(100);
		real.forEach((line) -> this.simulator.ami().on(line.substring(0, line.indexOf(' '))).answer((request) -> null));
		List<String> simulated = withManager(simulated().credentials(RealAsterisk.USERNAME, RealAsterisk.PASSWORD),
				AmiSimulatorIntegrationTests::privileges);
		assertThat(simulated).containsAll(real);
	}

	@Test
	void anAccountWithFewRightsIsListedAndDeniedTheSame() {
		List<String> real = withManager(reader(RealAsterisk.anonymous()), AmiSimulatorIntegrationTests::privileges);
		List<String> offered = withManager(reader(simulated()), AmiSimulatorIntegrationTests::privileges);
		// Debian has no package of voicemail for its Asterisk 16
		assertThat(real).containsAll(RealAsterisk.RELEASE.isFrom("18.0") ? offered
				: offered.stream().filter((line) -> !line.startsWith("Voicemail")).toList());
		List<NamedAction> actions = List.of(action("Originate"), action("Command", "Command", "core show uptime"),
				action("Setvar", "Variable", "X", "Value", "y"), action("DBPut", "Family", "a", "Key", "b"),
				action("Filter", "Operation", "Add", "Filter", "x"), action("UserEvent", "UserEvent", "x"),
				action("Atxfer"), action("Nonsense"), action("Getvar", "Variable", "NOT_SET"), action("CoreSettings"),
				action("Events", "EventMask", "call"));
		assertThat(answers(reader(simulated()), actions)).isEqualTo(answers(reader(RealAsterisk.anonymous()), actions));
	}

	@Test
	void whatEveryClientAsksForIsAnsweredTheSame() {
		List<NamedAction> actions = new ArrayList<>(List.of(action("Ping"), action("Command"),
				action("Command", "Command", "no such thing"), action("Command", "Command", "module load app_dial"),
				action("Getvar"), action("Setvar"), action("DBPut", "Family", "kit", "Key", "k", "Val", "v"),
				action("DBPut", "Family", "kit"), action("DBGet", "Family", "kit", "Key", "none"),
				action("DBGet", "Family", "kit"), action("DBGet", "Key", "k"),
				action("DBDel", "Family", "kit", "Key", "k"), action("DBDel", "Family", "kit", "Key", "k"),
				action("DBDelTree"), action("DBDelTree", "Family", "kit"), action("Filter"), action("Events"),
				action("Challenge"), action("Login", "Username", "x", "Secret", "y")));
		// What main/manager.c answers has had its last header since these releases
		if (RealAsterisk.RELEASE.isFrom("18.21", "20.6", "21.1")) {
			actions.add(action("CoreSettings"));
		}
		if (RealAsterisk.RELEASE.isFrom("20.12", "21.7", "22.2")) {
			actions.add(action("CoreStatus"));
		}
		for (String mask : List.of("on", "ON", "t", "all", "All", "call", "Call", "none", "nonsense,system", "0", "2",
				"-1", "1x", "off")) {
			actions.add(action("Events", "EventMask", mask));
		}
		assertThat(answers(simulated().credentials(RealAsterisk.USERNAME, RealAsterisk.PASSWORD), actions))
			.isEqualTo(answers(RealAsterisk.builder(), actions));
	}

	private ManagerBuilder simulated() {
		return Manager.builder().host("127.0.0.1").port(this.simulator.ami().port());
	}

	private static ManagerBuilder reader(ManagerBuilder builder) {
		return builder.credentials("reader", "readpass");
	}

	private static NamedAction action(String name, String... headers) {
		NamedAction action = AmiAction.named(name);
		for (int i = 0; i < headers.length; i += 2) {
			action = action.with(headers[i], headers[i + 1]);
		}
		return action;
	}

	private static <T> T withManager(ManagerBuilder builder, Function<Manager, T> use) {
		try (Manager manager = builder.build()) {
			manager.connect();
			manager.sendAction(new PingAction());
			return use.apply(manager);
		}
	}

	/** Each action with its classes, without its synopsis. */
	private static List<String> privileges(Manager manager) {
		return manager.sendAction(AmiAction.named("ListCommands"))
			.headers()
			.toList()
			.stream()
			.filter((header) -> header.value().endsWith(")"))
			.map((header) -> header.name() + header.value().replaceFirst("(?s).* \\(Priv: ", " ("))
			.toList();
	}

	private static List<String> answers(ManagerBuilder builder, List<NamedAction> actions) {
		return withManager(builder,
				(manager) -> actions.stream()
					.map((action) -> action + " -> " + shown(manager.exchange(action)))
					.toList());
	}

	/** The names of all headers, and the values of those that tell the outcome. */
	private static String shown(AmiResponse response) {
		List<String> lines = new ArrayList<>();
		for (AmiHeader header : response.headers()) {
			boolean outcome = List.of("Response", "Message", "Events", "Output", "EventList").contains(header.name());
			lines.add(outcome ? header.name() + "=" + header.value() : header.name());
		}
		return String.join(", ", lines);
	}

}
