package io.pystrix.integration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiDeadChannelException;
import io.pystrix.agi.AgiInvalidCommandException;
import io.pystrix.agi.AgiUsageException;
import io.pystrix.agi.ChannelState;
import io.pystrix.agi.DataInput;
import io.pystrix.agi.GosubOutcome;
import io.pystrix.agi.LetterCase;
import io.pystrix.agi.PlaybackControls;
import io.pystrix.agi.PlaybackStop;
import io.pystrix.agi.RecordOptions;
import io.pystrix.agi.Recording;
import io.pystrix.agi.TddSetting;
import io.pystrix.agi.command.Noop;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.CommandAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Every command on a real channel.
 */
@RealAsterisk.Required
class AgiCommandsIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	private final FastAgiServer server = FastAgiServer.builder().port(0).build();

	private final Manager manager = RealAsterisk.builder().build();

	@BeforeEach
	void start() {
		this.server.start();
		this.manager.connect();
	}

	@AfterEach
	void stop() {
		this.manager.close();
		this.server.stop(Duration.ofSeconds(10));
	}

	@Test
	void everyCommandOfAsteriskHasAClass() throws Exception {
		List<String> classes;
		Path folder = Path.of(Noop.class.getResource("Noop.class").toURI()).getParent();
		try (Stream<Path> files = Files.list(folder)) {
			classes = files.map((file) -> file.getFileName().toString().toLowerCase(Locale.ROOT)).toList();
		}
		List<String> commands = this.manager.sendAction(new CommandAction("agi show commands"))
			.output()
			.stream()
			.map(String::strip)
			.filter((line) -> line.startsWith("Yes ") || line.startsWith("No "))
			.map((line) -> line.split("\\s{2,}")[1])
			.toList();
		assertThat(commands).hasSizeGreaterThan(40);
		assertThat(commands).allSatisfy((command) -> assertThat(classes)
			.contains(command.replace(" ", "").toLowerCase(Locale.ROOT) + ".class"));
	}

	@Test
	void channel() throws Exception {
		inCall((agi) -> {
			agi.answer();
			assertThat(agi.channelStatus()).isEqualTo(ChannelState.UP);
			assertThat(agi.channelStatus(agi.environment().channel())).hasValue(ChannelState.UP);
			assertThat(agi.channelStatus("Nope/1")).isEmpty();
			agi.setAutohangup(Duration.ofMillis(59_500));
			agi.setAutohangup(Duration.ZERO);
			agi.setCallerId("5551212", "Bob \"B\\\" Jones");
			assertThat(agi.getVariable("CALLERID(name)")).hasValue("Bob \"B\\\" Jones");
			assertThat(agi.getVariable("CALLERID(num)")).hasValue("5551212");
			agi.setCallerId("anonymous");
			assertThat(agi.getVariable("CALLERID(name)")).hasValue("");
			assertThat(agi.getVariable("CALLERID(num)")).hasValue("anonymous");
			agi.setContext("default");
			agi.setExtension("wait");
			agi.setPriority(1);
			assertThatExceptionOfType(AgiUsageException.class).isThrownBy(() -> agi.setPriority("nolabel"));
			agi.asyncAgiBreak();
			agi.noop();
			agi.verbose("a line");
			assertThat(agi.exec("Wait", "0.1")).isZero();
			assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> agi.hangup("Nope/1"));
		});
	}

	@Test
	void routine() throws Exception {
		inCall((agi) -> {
			assertThat(agi.gosub("routine", "s", "1", "value")).isEqualTo(GosubOutcome.RETURNED);
			assertThat(agi.getVariable("GOSUB_RETVAL")).hasValue("got value");
			assertThatExceptionOfType(AgiApplicationException.class)
				.isThrownBy(() -> agi.gosub("routine", "nosuch", "1"))
				.withMessageContaining("label not found");
		});
	}

	@Test
	void database() throws Exception {
		String family = "pystrix-" + System.nanoTime();
		inCall((agi) -> {
			agi.databasePut(family, "key", "val (\"ue\")");
			assertThat(agi.databaseGet(family, "key")).hasValue("val (\"ue\")");
			agi.databaseDel(family, "key");
			agi.databaseDel(family, "key");
			assertThat(agi.databaseGet(family, "key")).isEmpty();
			agi.databasePut(family, "t/1", "a");
			agi.databasePut(family, "u", "");
			assertThat(agi.databaseGet(family, "u")).hasValue("");
			assertThat(agi.databaseDeltree(family, "t")).isTrue();
			assertThat(agi.databaseDeltree(family, "t")).isFalse();
			assertThat(agi.databaseDeltree(family)).isTrue();
			assertThat(agi.databaseDeltree(family)).isFalse();
		});
	}

	@Test
	void playback() throws Exception {
		inCall((agi) -> {
			agi.answer();
			assertThat(agi.streamFile("beep", "")).isEmpty();
			assertThat(agi.controlStreamFile("beep", "1")).isEmpty();
			assertThat(agi.getVariable("CPLAYBACKSTATUS")).hasValue("SUCCESS");
			assertThat(agi.getOption("beep", "123", SHORT)).isEmpty();
			assertThat(agi.getData("beep", SHORT, 1)).isEqualTo(new DataInput("", true));
			assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> agi.streamFile("nofile"));
			assertThatExceptionOfType(AgiApplicationException.class)
				.isThrownBy(() -> agi.controlStreamFile("nofile", ""));
			agi.setMusic(true);
			agi.setMusic(false);
			agi.setMusic("default");
		});
	}

	@Test
	void aKeyStopsPlayback() throws Exception {
		pressWhile("CONTROL STREAM FILE");
		inCall((agi) -> {
			agi.answer();
			Optional<PlaybackStop> stop = agi.controlStreamFile("demo-congrats", "1",
					PlaybackControls.DEFAULTS.withWinding("6", "4")
						.withPause("5")
						.withSkip(Duration.ofSeconds(1))
						.withOffset(Duration.ofSeconds(5)));
			assertThat(stop).hasValueSatisfying((key) -> {
				assertThat(key.digit()).isEqualTo('1');
				assertThat(key.offset()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(20));
			});
		});
	}

	@Test
	void aKeyIsAnOption() throws Exception {
		pressWhile("GET OPTION");
		inCall((agi) -> {
			agi.answer();
			assertThat(agi.getOption("demo-congrats", "123", Duration.ofSeconds(30)))
				.hasValueSatisfying((key) -> assertThat(key.digit()).isEqualTo('1'));
		});
	}

	@Test
	void recording() throws Exception {
		String file = "/tmp/pystrix-" + System.nanoTime();
		pressWhile("RECORD FILE");
		inCall((agi) -> {
			agi.answer();
			Recording timed = agi.recordFile(file, "gsm", RecordOptions.until("").withMaxLength(SHORT).withBeep());
			assertThat(timed.digit()).isEmpty();
			assertThat(timed.length()).isNotNegative();
			Recording pressed = agi.recordFile(file, "gsm",
					RecordOptions.until("1")
						.withMaxLength(Duration.ofSeconds(30))
						.withMaxSilence(Duration.ofSeconds(20)));
			assertThat(pressed.digit()).hasValue('1');
			assertThatExceptionOfType(AgiApplicationException.class)
				.isThrownBy(() -> agi.recordFile("/nonexistent/dir/x", "gsm", RecordOptions.until("")))
				.withMessageContaining("writefile");
		});
	}

	@Test
	void speaking() throws Exception {
		Instant moment = Instant.parse("2026-01-02T03:04:05Z");
		// In several calls at once, as it takes seconds
		CompletableFuture<Void> words = call("words", (agi) -> {
			agi.answer();
			agi.sayAlpha("a");
			agi.sayPhonetic("a");
			assertThat(agi.sayDigits("1", "2")).isEmpty();
			assertThat(agi.sayNumber(1, "2")).isEmpty();
			assertThat(agi.sayDatetime(moment, "1", "p", ZoneOffset.UTC)).isEmpty();
		});
		CompletableFuture<Void> time = call("time", (agi) -> agi.sayTime(moment));
		CompletableFuture<Void> date = call("date", (agi) -> agi.sayDate(moment));
		ActionsSupport.soon(words);
		ActionsSupport.soon(time);
		ActionsSupport.soon(date);
	}

	/** Debian's recordings for 16 have no {@code uppercaseletters}. */
	@Test
	@FromAsterisk("18.0")
	void capitalLetters() throws Exception {
		inCall((agi) -> {
			agi.answer();
			assertThat(agi.sayAlpha("B", "1", LetterCase.UPPER)).isEmpty();
		});
	}

	@Test
	void aKeyStopsSpeaking() throws Exception {
		pressWhile("SAY DATETIME");
		inCall((agi) -> {
			agi.answer();
			// On a busy machine the key may come late
			await().atMost(RealAsterisk.PATIENCE)
				.untilAsserted(() -> assertThat(agi.sayDatetime(Instant.now(), "1")).hasValue('1'));
		});
	}

	@Test
	void text() throws Exception {
		inCall((agi) -> {
			agi.answer();
			agi.sendText("hello");
			agi.sendImage("asterisk-image");
			assertThat(agi.receiveChar(SHORT)).isEmpty();
			assertThat(agi.receiveText(SHORT)).isEmpty();
			assertThat(agi.tddMode(TddSetting.MATE)).isFalse();
			assertThat(agi.waitForDigit(SHORT)).isEmpty();
		});
	}

	@Test
	void speechWithoutAnEngine() throws Exception {
		inCall((agi) -> failsAll(AgiApplicationException.class, () -> agi.speechCreate("noengine"),
				() -> agi.speechCreate(""), () -> agi.speechSet("a", "b"), () -> agi.speechLoadGrammar("a", "b"),
				() -> agi.speechUnloadGrammar("a"), () -> agi.speechActivateGrammar("a"),
				() -> agi.speechDeactivateGrammar("a"), () -> agi.speechRecognize("beep", SHORT), agi::speechDestroy));
	}

	@Test
	void whatAsteriskDoesNotTake() throws Exception {
		inCall((agi) -> {
			assertThatExceptionOfType(AgiInvalidCommandException.class)
				.isThrownBy(() -> agi.execute(AgiCommand.of("GARBAGE")));
			assertThatExceptionOfType(AgiUsageException.class)
				.isThrownBy(() -> agi.execute(AgiCommand.of("SET AUTOHANGUP", "x")));
		});
	}

	@Test
	void afterTheHangUp() throws Exception {
		inCall((agi) -> {
			agi.answer();
			agi.hangup();
			await().atMost(RealAsterisk.PATIENCE).until(agi::isHungUp);
			failsAll(AgiDeadChannelException.class, agi::answer, agi::channelStatus, () -> agi.sayAlpha("a"),
					() -> agi.receiveText(SHORT), () -> agi.gosub("routine", "s", "1"));
			agi.databasePut("pystrix", "dead", "1");
			assertThat(agi.databaseDeltree("pystrix", "dead")).isTrue();
			agi.setVariable("A", "1");
			assertThat(agi.getFullVariable("${A}")).hasValue("1");
		});
	}

	private static void failsAll(Class<? extends Exception> type, Runnable... commands) {
		assertThat(Arrays.asList(commands))
			.allSatisfy((command) -> assertThatExceptionOfType(type).isThrownBy(command::run));
	}

	/** Presses 1 whenever Asterisk has begun to carry this command out. */
	private void pressWhile(String command) {
		this.manager.registerCallback("AGIExecStart", (event, manager) -> {
			if (String.valueOf(event.get("Command")).startsWith(command)) {
				manager.exchange(RealAsterisk.press(String.valueOf(event.get("Channel")), "1"));
			}
		});
	}

	private void inCall(Script script) throws Exception {
		ActionsSupport.soon(call("script", script));
	}

	private CompletableFuture<Void> call(String path, Script script) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		this.server.scripts().register(path, (agi, request) -> {
			try {
				script.run(agi);
				done.complete(null);
			}
			catch (Throwable ex) {
				done.completeExceptionally(ex);
			}
			if (!agi.isHungUp()) {
				agi.hangup();
			}
		});
		this.manager.originate(RealAsterisk.callTo(this.server.localPort(), path));
		return done;
	}

	private interface Script {

		void run(Agi agi) throws Exception;

	}

}
