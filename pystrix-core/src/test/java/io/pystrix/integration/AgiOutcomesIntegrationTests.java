package io.pystrix.integration;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.agi.LetterCase;
import io.pystrix.agi.PlaybackStop;
import io.pystrix.agi.RecordOptions;
import io.pystrix.agi.Recording;
import io.pystrix.agi.TddSetting;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.action.CommandAction;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.OriginateAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every command in every outcome that a Local channel can produce.
 */
@RealAsterisk.Required
@Timeout(300)
class AgiOutcomesIntegrationTests extends ActionsSupport {

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05Z");

	private static final String FAILED = "AgiApplicationException";

	private static final String DEAD = "AgiDeadChannelException";

	private static final String HUNG_UP = "AgiResultHangupException";

	private static final String NONE = "Optional.empty";

	private static final String FILE = "/tmp/pystrix-outcomes";

	private final List<Row> table = List.of( //
			action("ANSWER", Agi::answer, "done", DEAD), //
			action("ASYNCAGI BREAK", Agi::asyncAgiBreak, "done", "done"),
			row("CHANNEL STATUS", (agi) -> agi.channelStatus(), "UP", DEAD),
			row("CONTROL STREAM FILE", (agi) -> agi.controlStreamFile("beep", "1"), NONE, DEAD)
				.missing((agi) -> agi.controlStreamFile("nofile", "1"))
				.longer((agi) -> agi.controlStreamFile("demo-congrats", "1"), "1"),
			action("DATABASE DEL", (agi) -> agi.databaseDel("outcomes", "none"), "done", "done"),
			row("DATABASE DELTREE", (agi) -> agi.databaseDeltree("outcomes"), "false", "false"),
			row("DATABASE GET", (agi) -> agi.databaseGet("outcomes", "none"), NONE, NONE),
			action("DATABASE PUT", (agi) -> agi.databasePut("outcomes-put", "key", "value"), "done", "done"),
			row("EXEC", (agi) -> agi.exec("NoOp"), "0", "0").missing((agi) -> agi.exec("NoSuchApplication"))
				.longer((agi) -> agi.exec("Wait", "30"), null),
			row("GET DATA", (agi) -> agi.getData("beep", SHORT, 1), "DataInput[digits=, timedOut=true]", DEAD)
				.missing((agi) -> agi.getData("nofile", SHORT, 1))
				.longer((agi) -> agi.getData("demo-congrats", LONG, 1), "DataInput[digits=1, timedOut=false]"),
			row("GET FULL VARIABLE", (agi) -> agi.getFullVariable("a"), "Optional[a]", "Optional[a]"),
			row("GET OPTION", (agi) -> agi.getOption("beep", "1", SHORT), NONE, DEAD)
				.missing((agi) -> agi.getOption("nofile", "1", SHORT))
				.longer((agi) -> agi.getOption("demo-congrats", "1", LONG), "1"),
			row("GET VARIABLE", (agi) -> agi.getVariable("NOT_SET"), NONE, NONE),
			row("GOSUB", (agi) -> agi.gosub("routine", "s", "1"), "RETURNED", DEAD)
				.missing((agi) -> agi.gosub("routine", "nosuch", "1")),
			action("HANGUP", (agi) -> agi.hangup("Nope/1"), FAILED, DEAD), //
			action("NOOP", Agi::noop, "done", "done"), row("RECEIVE CHAR", (agi) -> agi.receiveChar(SHORT), NONE, DEAD),
			row("RECEIVE TEXT", (agi) -> agi.receiveText(SHORT), NONE, DEAD),
			row("RECORD FILE",
					(agi) -> agi.recordFile(FILE, "gsm", RecordOptions.until("").withMaxLength(SHORT)).digit(), NONE,
					DEAD)
				.missing((agi) -> agi.recordFile("/nonexistent/dir/x", "gsm", RecordOptions.until("")))
				.longer((agi) -> agi.recordFile(FILE, "gsm", RecordOptions.until("1").withMaxLength(LONG)), "1"),
			row("SAY ALPHA", (agi) -> agi.sayAlpha("a", "1", LetterCase.UPPER), NONE, DEAD)
				.longer((agi) -> agi.sayAlpha("abcdefghijklm", "1", LetterCase.UPPER), "1"),
			row("SAY DATE", (agi) -> agi.sayDate(MOMENT, "1"), NONE, DEAD).longer((agi) -> agi.sayDate(MOMENT, "1"),
					"1"),
			row("SAY DATETIME", (agi) -> agi.sayDatetime(MOMENT, "1", "p", ZoneOffset.UTC), NONE, DEAD)
				.longer((agi) -> agi.sayDatetime(MOMENT, "1"), "1"),
			row("SAY DIGITS", (agi) -> agi.sayDigits("1", "2"), NONE, DEAD)
				.longer((agi) -> agi.sayDigits("123456789", "1"), "1"),
			row("SAY NUMBER", (agi) -> agi.sayNumber(1, "2"), NONE, DEAD)
				.longer((agi) -> agi.sayNumber(777_777_777, "1"), "1"),
			row("SAY PHONETIC", (agi) -> agi.sayPhonetic("a", "1"), NONE, DEAD)
				.longer((agi) -> agi.sayPhonetic("abcdefghijklm", "1"), "1"),
			row("SAY TIME", (agi) -> agi.sayTime(MOMENT, "1"), NONE, DEAD).longer((agi) -> agi.sayTime(MOMENT, "1"),
					"1"),
			action("SEND IMAGE", (agi) -> agi.sendImage("image"), "done", DEAD),
			action("SEND TEXT", (agi) -> agi.sendText("text"), "done", DEAD),
			action("SET AUTOHANGUP", (agi) -> agi.setAutohangup(Duration.ZERO), "done", DEAD),
			action("SET CALLERID", (agi) -> agi.setCallerId("1"), "done", DEAD),
			action("SET CONTEXT", (agi) -> agi.setContext("default"), "done", DEAD),
			action("SET EXTENSION", (agi) -> agi.setExtension("event"), "done", DEAD),
			action("SET MUSIC", (agi) -> agi.setMusic(false), "done", DEAD),
			action("SET PRIORITY", (agi) -> agi.setPriority(1), "done", DEAD),
			action("SET VARIABLE", (agi) -> agi.setVariable("A", "b"), "done", "done"),
			action("SPEECH ACTIVATE GRAMMAR", (agi) -> agi.speechActivateGrammar("a"), FAILED, DEAD),
			action("SPEECH CREATE", (agi) -> agi.speechCreate("none"), FAILED, DEAD),
			action("SPEECH DEACTIVATE GRAMMAR", (agi) -> agi.speechDeactivateGrammar("a"), FAILED, DEAD),
			action("SPEECH DESTROY", Agi::speechDestroy, FAILED, FAILED),
			action("SPEECH LOAD GRAMMAR", (agi) -> agi.speechLoadGrammar("a", "b"), FAILED, DEAD),
			row("SPEECH RECOGNIZE", (agi) -> agi.speechRecognize("beep", SHORT), FAILED, DEAD),
			action("SPEECH SET", (agi) -> agi.speechSet("a", "b"), FAILED, DEAD),
			action("SPEECH UNLOAD GRAMMAR", (agi) -> agi.speechUnloadGrammar("a"), FAILED, FAILED),
			row("STREAM FILE", (agi) -> agi.streamFile("beep", "1"), NONE, DEAD)
				.missing((agi) -> agi.streamFile("nofile", ""))
				.longer((agi) -> agi.streamFile("demo-congrats", "1"), "1"),
			row("TDD MODE", (agi) -> agi.tddMode(TddSetting.MATE), "false", DEAD),
			action("VERBOSE", (agi) -> agi.verbose("a line"), "done", "done"),
			row("WAIT FOR DIGIT", (agi) -> agi.waitForDigit(SHORT), NONE, DEAD).longer((agi) -> agi.waitForDigit(LONG),
					"1"));

	private final FastAgiServer server = FastAgiServer.builder().port(0).build();

	private final AgiCalls calls = new AgiCalls(this.manager);

	@BeforeEach
	void start() {
		this.server.start();
		this.calls.fastAgiAt(this.server.localPort());
	}

	@AfterEach
	void stop() {
		this.server.stop(Duration.ofSeconds(10));
	}

	@Test
	void everyCommandOfAsteriskHasARow() {
		List<String> commands = send(new CommandAction("agi show commands")).output()
			.stream()
			.map(String::strip)
			.filter((line) -> line.startsWith("Yes ") || line.startsWith("No "))
			.map((line) -> line.split("\\s{2,}")[1].toUpperCase())
			.toList();
		assertThat(this.table).extracting(Row::name).containsExactlyInAnyOrderElementsOf(commands);
	}

	@Test
	void onALivingChannel() throws Exception {
		// Each in a call of its own, all at once, as Asterisk speaks for seconds
		this.server.scripts().clear();
		List<CompletableFuture<Map<String, String>>> told = new ArrayList<>();
		for (Row row : this.table) {
			CompletableFuture<Map<String, String>> result = new CompletableFuture<>();
			String path = "row-%02d".formatted(told.size());
			add(path, result, (agi) -> Map.of(row.name(), result(agi, row.normal())));
			told.add(result);
			this.calls.call("agi-" + path);
		}
		Map<String, String> results = new LinkedHashMap<>();
		for (CompletableFuture<Map<String, String>> result : told) {
			results.putAll(result.get(120, TimeUnit.SECONDS));
		}
		isAsExpected(results, Row::living);
	}

	@Test
	void ofSomethingThatIsMissing() throws Exception {
		List<Row> rows = this.table.stream().filter((row) -> row.missing() != null).toList();
		Map<String, String> results = inCall("agi-script", (agi) -> results(agi, Row::missing));
		assertThat(results.keySet()).containsExactlyElementsOf(rows.stream().map(Row::name).toList());
		assertThat(results.values()).allMatch(FAILED::equals);
	}

	@Test
	void afterTheHangUp() throws Exception {
		isAsExpected(inCall("agi-script", (agi) -> {
			agi.hangup();
			await().atMost(RealAsterisk.PATIENCE).until(agi::isHungUp);
			return results(agi, Row::normal);
		}), Row::dead);
	}

	@Test
	void inTheExtensionForHangUps() throws Exception {
		CompletableFuture<Map<String, String>> results = new CompletableFuture<>();
		register("h", results, (agi) -> results(agi, Row::normal));
		String channel = soon(this.manager
			.originate(new OriginateAction("Local/wait@default/n").context("default").exten("with-h").priority("1")))
			.channel();
		await().atMost(RealAsterisk.PATIENCE).until(() -> {
			this.manager.exchange(new HangupAction(channel));
			return results.isDone();
		});
		isAsExpected(results.get(), Row::dead);
	}

	@Test
	void whenAKeyIsPressed() throws Exception {
		this.manager.registerCallback("AGIExecStart", (event, m) -> {
			if (!String.valueOf(event.get("Command")).startsWith("EXEC")) {
				m.exchange(RealAsterisk.press(String.valueOf(event.get("Channel")), "1"));
			}
		});
		Map<String, String> results = inCall("agi-script",
				(agi) -> results(agi, (row) -> (row.key() != null) ? untilAKeyCame(row.longer()) : null));
		Map<String, String> expected = new LinkedHashMap<>();
		this.table.stream().filter((row) -> row.key() != null).forEach((row) -> expected.put(row.name(), row.key()));
		assertThat(results).isEqualTo(expected);
	}

	/** A key that comes late, on a busy machine, is there for the next attempt. */
	private static Function<Agi, Object> untilAKeyCame(Function<Agi, Object> command) {
		return (agi) -> {
			Object result = command.apply(agi);
			for (int i = 0; i < 5 && Optional.empty().equals(result); i++) {
				result = command.apply(agi);
			}
			return result;
		};
	}

	@Test
	void whenTheCallerHangsUpMeanwhile() throws Exception {
		this.manager.registerCallback("AGIExecStart",
				(event, m) -> m.exchange(new HangupAction(String.valueOf(event.get("Channel")))));
		for (Row row : this.table) {
			if (row.longer() != null) {
				// Again if it was over before the hang-up came, on a busy machine
				await().atMost(RealAsterisk.PATIENCE)
					.untilAsserted(() -> assertThat(
							inCall("agi-script", (agi) -> Map.of(row.name(), result(agi, row.longer()))))
						.containsExactly(Map.entry(row.name(), HUNG_UP)));
			}
		}
	}

	private void isAsExpected(Map<String, String> results, Function<Row, String> expectation) {
		assertThat(results.entrySet().stream().map(Object::toString).toList()).containsExactlyElementsOf(
				this.table.stream().map((row) -> row.name() + "=" + expectation.apply(row)).toList());
	}

	private Map<String, String> results(Agi agi, Function<Row, Function<Agi, Object>> variant) {
		Map<String, String> results = new LinkedHashMap<>();
		for (Row row : this.table) {
			Function<Agi, Object> command = variant.apply(row);
			if (command != null) {
				results.put(row.name(), result(agi, command));
			}
		}
		return results;
	}

	private static String result(Agi agi, Function<Agi, Object> command) {
		try {
			return shown(command.apply(agi));
		}
		catch (AgiException ex) {
			return ex.getClass().getSimpleName();
		}
	}

	private static String shown(Object result) {
		if (result instanceof Recording recording) {
			return shown(recording.digit());
		}
		if (result instanceof Optional<?> optional && optional.isPresent()) {
			Object value = optional.get();
			if (value instanceof DtmfInterrupt interrupt) {
				return String.valueOf(interrupt.digit());
			}
			if (value instanceof PlaybackStop stop) {
				return String.valueOf(stop.digit());
			}
			if (value instanceof Character digit) {
				return String.valueOf(digit);
			}
		}
		return String.valueOf(result);
	}

	private Map<String, String> inCall(String exten, Function<Agi, Map<String, String>> script) throws Exception {
		CompletableFuture<Map<String, String>> results = new CompletableFuture<>();
		register("script", results, script);
		this.calls.call(exten);
		return results.get(120, TimeUnit.SECONDS);
	}

	private void register(String path, CompletableFuture<Map<String, String>> results,
			Function<Agi, Map<String, String>> script) {
		this.server.scripts().clear();
		add(path, results, script);
	}

	private void add(String path, CompletableFuture<Map<String, String>> results,
			Function<Agi, Map<String, String>> script) {
		this.server.scripts().register(path, (agi, request) -> {
			try {
				results.complete(script.apply(agi));
			}
			catch (RuntimeException | Error ex) {
				results.completeExceptionally(ex);
			}
		});
	}

	private static Row action(String name, Command command, String living, String dead) {
		return row(name, (agi) -> {
			command.execute(agi);
			return "done";
		}, living, dead);
	}

	private static Row row(String name, Function<Agi, Object> command, String living, String dead) {
		return new Row(name, command, living, dead, null, null, null);
	}

	private interface Command {

		void execute(Agi agi);

	}

	/**
	 * A command.
	 *
	 * @param name as Asterisk has it
	 * @param normal how it is called
	 * @param living what comes of it
	 * @param dead what comes of it when the channel is hung up
	 * @param missing how it is called with something that does not exist
	 * @param longer how it is called so that it takes its time
	 * @param key what comes of that when the key 1 is pressed, {@code null} if nothing
	 */
	private record Row(String name, Function<Agi, Object> normal, String living, String dead,
			Function<Agi, Object> missing, Function<Agi, Object> longer, String key) {

		Row missing(Function<Agi, Object> missing) {
			return new Row(this.name, this.normal, this.living, this.dead, missing, this.longer, this.key);
		}

		Row longer(Function<Agi, Object> longer, String key) {
			return new Row(this.name, this.normal, this.living, this.dead, this.missing, longer, key);
		}

	}

}
