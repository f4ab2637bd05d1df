package io.pystrix.agi.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.SetupEnv;
import io.pystrix.agi.SetupEnv.Kind;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * No value with a line feed changes what a call is about, or the call is refused.
 */
class ForgedEnvironmentTests {

	private static final List<String> NAMES = List.of("agi_network", "agi_network_script", "agi_request", "agi_channel",
			"agi_language", "agi_type", "agi_uniqueid", "agi_version", "agi_callerid", "agi_calleridname",
			"agi_callingpres", "agi_callingani2", "agi_callington", "agi_callingtns", "agi_dnid", "agi_rdnis",
			"agi_context", "agi_extension", "agi_priority", "agi_enhanced", "agi_accountcode", "agi_threadid");

	private static final String EVERYTHING = "x\nagi_request: async\nagi_channel: PJSIP/boss\nagi_language: en\n"
			+ "agi_type: PJSIP\nagi_uniqueid: 1.1\nagi_version: 23.0.0\nagi_callerid: 1\nagi_calleridname: Boss\n"
			+ "agi_callingpres: 0\nagi_callingani2: 0\nagi_callington: 0\nagi_callingtns: 0\nagi_dnid: 2\n"
			+ "agi_rdnis: unknown\nagi_context: default\nagi_extension: 2\nagi_priority: 1\nagi_enhanced: 0.0\n"
			+ "agi_accountcode: \nagi_threadid: 1\nagi_arg_1: admin";

	@ParameterizedTest
	@EnumSource
	void aPlainCallIsAccepted(Kind kind) throws IOException {
		AgiEnvironment environment = read(new SetupEnv(kind, "reception?lang=en").args(List.of("one", "", "three")));
		assertThat(environment.forged()).isEmpty();
		assertThat(environment.asMap()).hasSize((kind == Kind.FASTAGI) ? 25 : 23);
		assertThat(environment.args()).containsExactly("one", "", "three");
	}

	@Test
	void anAddressWithoutAPathIsAccepted() throws IOException {
		assertThat(path(Kind.FASTAGI, read(new SetupEnv(Kind.FASTAGI, null)))).isEqualTo("/{}");
	}

	static Stream<String> knownLines() {
		return NAMES.stream().map((name) -> name + ": forged");
	}

	@ParameterizedTest
	@MethodSource("knownLines")
	void aKnownLineInAnyValueIsFound(String line) {
		for (Kind kind : Kind.values()) {
			for (String name : SetupEnv.INFLUENCED) {
				assertForged(new SetupEnv(kind, "reception").with(name, "x\n" + line));
				assertForged(new SetupEnv(kind, null).with(name, "x\n" + line + "\nrest"));
			}
			assertForged(new SetupEnv(kind, "reception").args(List.of("x\n" + line)));
		}
		assertForged(new SetupEnv(Kind.FASTAGI, "reception?name=x\n" + line));
	}

	@ParameterizedTest
	@ValueSource(strings = { "agi_arg_1: admin", "agi_arg_2: admin", "agi_arg_0: x", "agi_arg_01: x", "agi_arg_x: x",
			" agi_channel : PJSIP/boss", "\tagi_dnid:1", "agi_callerid:1\r", "\ragi_threadid: 1\nagi_arg_1: admin",
			"agi_threadid: 1\nagi_arg_1: admin", "agi_network: yes\nagi_network_script: admin" })
	void whatChoosesTheScriptIsFound(String lines) {
		for (Kind kind : Kind.values()) {
			for (String name : SetupEnv.INFLUENCED) {
				assertForged(new SetupEnv(kind, null).with(name, "x\n" + lines));
				assertForged(new SetupEnv(kind, "reception").with(name, "x\n" + lines).args(List.of("menu", "two")));
			}
		}
		assertForged(new SetupEnv(Kind.FASTAGI, "reception?name=x\n" + lines));
	}

	@Test
	void theScriptChannelAndCallerOfTheNameAreFound() {
		String name = "x\nagi_network_script: admin?pin=1\nagi_channel: PJSIP/boss-1\nagi_callerid: 100";
		assertForged(new SetupEnv(Kind.FASTAGI, "reception").with("agi_calleridname", name),
				"agi_network_script, agi_channel, agi_callerid");
	}

	@Test
	void anArgumentThatForgesAnEarlierVariableOrALaterArgumentIsFound() {
		assertForged(new SetupEnv(Kind.FASTAGI, "sms").args(List.of("x\nagi_accountcode: 1")), "agi_accountcode");
		assertForged(new SetupEnv(Kind.FASTAGI, "sms").args(List.of("x\nagi_arg_2: forged", "real")), "agi_arg_2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x\n\n", "x\n\n\nagi_channel: PJSIP/boss", "x\nagi_threadid: 1\n\n200 result=1 (yes)",
			"x\n\nHANGUP" })
	void aValueThatEndsTheEnvironmentIsFound(String value) {
		for (Kind kind : Kind.values()) {
			for (String name : SetupEnv.INFLUENCED) {
				assertForged(new SetupEnv(kind, "reception").with(name, value));
			}
			assertForged(new SetupEnv(kind, "reception").args(List.of(value, "two")));
		}
		assertForged(new SetupEnv(Kind.FASTAGI, "reception?name=" + value));
	}

	@Test
	void aWholeEnvironmentInAValueIsFound() {
		assertForged(new SetupEnv(Kind.FASTAGI, "reception?name=" + EVERYTHING + "\n"));
		assertForged(new SetupEnv(Kind.FASTAGI, "reception?name=" + EVERYTHING + "\n\n"));
		String tail = "x" + EVERYTHING.substring(EVERYTHING.indexOf("\nagi_callingpres"));
		for (Kind kind : Kind.values()) {
			assertForged(new SetupEnv(kind, "reception").with("agi_calleridname", tail));
			assertForged(new SetupEnv(kind, "reception").with("agi_calleridname", tail + "\n"));
		}
	}

	@Test
	void aTextOfSeveralLinesIsAccepted() throws IOException {
		SetupEnv sms = new SetupEnv(Kind.FASTAGI, "sms")
			.args(List.of("Hello,\r\n\r\nhow: are you?\nagi_\nBye\n", "two"));
		assertForged(sms);
		sms.args(List.of("Hello,\r\n\r\nhow: are you?\nagi_\nBye", "two"));
		assertThat(read(sms).args()).containsExactly("Hello,", "two");
		sms.args(List.of("one", "Hello\n"));
		assertThat(read(sms).args()).containsExactly("one", "Hello");
	}

	/** What security.md says cannot be found. */
	@Test
	void theLastArgumentCanForgeFurtherOnes() throws IOException {
		SetupEnv call = new SetupEnv(Kind.FASTAGI, "sms").args(List.of("one", "x\nagi_arg_3: forged"));
		assertThat(read(call).args()).containsExactly("one", "x", "forged");
	}

	/** What security.md says cannot be found. */
	@Test
	void aValueCanForgeAVariableThatNoReleaseKnows() throws IOException {
		SetupEnv call = new SetupEnv(Kind.FASTAGI, "x").with("agi_calleridname", "x\nagi_later: forged");
		assertThat(read(call).get("agi_later")).isEqualTo("forged");
		assertForged(new SetupEnv(Kind.FASTAGI, "x?name=x\nagi_later: forged"), "agi_later");
	}

	@Property(tries = 3000)
	void theCallIsRefusedOrWhatTheHonestOneIs(@ForAll Kind kind, @ForAll("values") Map<String, String> values,
			@ForAll("optionalValues") List<String> address, @ForAll("args") List<String> args) {
		SetupEnv sent = new SetupEnv(kind, null).args(args);
		SetupEnv honest = new SetupEnv(kind, null).args(args.stream().map(ForgedEnvironmentTests::firstLine).toList());
		values.forEach((name, value) -> {
			sent.with(name, value);
			honest.with(name, firstLine(value));
		});
		if (!address.isEmpty()) {
			sent.address(address.get(0));
			honest.address(firstLine(address.get(0)));
		}
		AgiEnvironment environment;
		try {
			environment = read(sent);
		}
		catch (IOException ex) {
			assertThat(ex).isInstanceOf(ForgedEnvironmentException.class);
			assertThat(sent.text()).as("a value of several lines").isNotEqualTo(honest.text());
			return;
		}
		AgiEnvironment expected = readHonest(honest);
		assertThat(known(environment)).isEqualTo(known(expected));
		assertThat(environment.args()).startsWith(expected.args().toArray(String[]::new));
		if (environment.args().size() > args.size()) {
			// The exception: only the last argument can add others
			assertThat(args.get(args.size() - 1)).contains("\nagi_arg_" + (args.size() + 1));
		}
		assertThat(path(kind, environment)).isEqualTo(path(kind, expected));
	}

	@Provide
	Arbitrary<Map<String, String>> values() {
		return Arbitraries.maps(Arbitraries.of(SetupEnv.INFLUENCED), texts()).ofMaxSize(2);
	}

	@Provide
	Arbitrary<List<String>> optionalValues() {
		return texts().list().ofMaxSize(1);
	}

	@Provide
	Arbitrary<List<String>> args() {
		return texts().list().ofMaxSize(3);
	}

	private static Arbitrary<String> texts() {
		Arbitrary<String> plain = Arbitraries.of("reception", "100", "x y", "", "a?b=c");
		Arbitrary<String> line = Arbitraries.of(lines());
		Arbitrary<String> several = line.list()
			.ofMinSize(1)
			.ofMaxSize(5)
			.map((lines) -> "x\n" + String.join("\n", lines));
		Arbitrary<String> tail = Arbitraries.integers()
			.between(0, NAMES.size())
			.map((from) -> "x\n" + String.join("\n", lines().subList(from, NAMES.size())) + "\nagi_arg_1: admin\n");
		return Arbitraries.frequencyOf(Tuple.of(6, plain), Tuple.of(2, several), Tuple.of(1, tail));
	}

	private static List<String> lines() {
		List<String> lines = new ArrayList<>(NAMES.stream().map((name) -> name + ": forged").toList());
		for (int i = 0; i < 5; i++) {
			lines.add("agi_arg_" + i + ": forged");
		}
		lines.addAll(List.of("", "", "\r", "HANGUP", "200 result=1", "agi_unknown: x", "some text", "a: b",
				" agi_channel: forged", "agi_channel : forged", "agi_network: yes\nagi_network_script: admin"));
		return lines;
	}

	private static Map<String, String> known(AgiEnvironment environment) {
		Map<String, String> known = new TreeMap<>(environment.asMap());
		known.keySet().retainAll(NAMES);
		return known;
	}

	private static String firstLine(String value) {
		int end = value.indexOf('\n');
		return (end < 0) ? value : value.substring(0, end);
	}

	private static String path(Kind kind, AgiEnvironment environment) {
		ScriptRegistry scripts = new ScriptRegistry();
		AgiRequest request = (kind == Kind.FASTAGI) ? AgiRequest.of(environment, null, scripts)
				: AgiRequest.byFirstArgument(environment, "", scripts);
		return request.path() + request.parameters();
	}

	private static AgiEnvironment readHonest(SetupEnv env) {
		try {
			return read(env);
		}
		catch (IOException ex) {
			throw new AssertionError(env.text(), ex);
		}
	}

	private static AgiEnvironment read(SetupEnv env) throws IOException {
		LineReader reader = new LineReader(
				ByteSource.of(new ByteArrayInputStream(env.text().getBytes(StandardCharsets.UTF_8))),
				StandardCharsets.UTF_8);
		AgiEnvironment environment = EnvironmentReader.read(reader);
		EnvironmentReader.checkEnd(environment, reader);
		return environment;
	}

	private static void assertForged(SetupEnv env) {
		assertForged(env, "");
	}

	private static void assertForged(SetupEnv env, String names) {
		assertThatExceptionOfType(ForgedEnvironmentException.class).as(env.text())
			.isThrownBy(() -> read(env))
			.withMessageContaining(names);
	}

}
