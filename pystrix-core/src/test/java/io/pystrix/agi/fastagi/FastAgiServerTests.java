package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.command.SayDigits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class FastAgiServerTests {

	private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();

	private final LogCapture log = new LogCapture("io.pystrix.agi");

	private final FastAgiServer server = FastAgiServer.builder()
		.port(0)
		.handshakeTimeout(Duration.ofSeconds(50))
		.listener(new Notes())
		.build();

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.close();
		this.log.close();
	}

	@Test
	void theDemoOfTheGuide() throws Exception {
		this.server.scripts().register("demo", (agi, request) -> {
			agi.answer();
			agi.streamFile("demo-thanks", "12").ifPresent((hit) -> this.notes.add(hit.digit() + " at " + hit.offset()));
			agi.execute(new SayDigits("123"));
			agi.hangup();
		});
		try (RawCaller caller = RawCaller.call(this.server, "demo?x=1")) {
			caller.expect("ANSWER").send("200 result=0\n");
			caller.expect("STREAM FILE \"demo-thanks\" \"12\" 0").send("200 result=49 endpos=4800\n");
			caller.expect("SAY DIGITS \"123\" \"\"").send("200 result=0\n");
			caller.expect("HANGUP").send("200 result=1\n").send("HANGUP\n");
			caller.expectEnd();
		}
		assertThat(this.notes.take()).isEqualTo("started demo");
		assertThat(this.notes.take()).isEqualTo("1 at 4800");
		assertThat(this.notes.take()).isEqualTo("ended demo COMPLETED");
		assertThat(this.server.status().totalCalls()).isEqualTo(1);
		await().until(() -> this.server.status().activeCalls() == 0);
		assertThat(this.log.above(Level.INFO)).isEmpty();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void theSystemNoticesWhenThePeerOfACallThatLastsIsGone() throws Exception {
		this.server.scripts().register("long", (agi, request) -> agi.answer());
		try (RawCaller caller = RawCaller.call(this.server, "long")) {
			caller.expect("ANSWER");
			await().until(() -> isKeptAlive(this.server.localPort(), caller.localPort()));
		}
	}

	@Test
	void theRequestIsAllThere() throws Exception {
		this.server.scripts().register("queue/(?<name>\\w+)", (agi, request) -> {
			this.notes.add(request.group("name") + request.parameters() + request.args());
			this.notes.add(String.valueOf(request.remoteAddress()));
		});
		try (RawCaller caller = new RawCaller(this.server)) {
			caller.send("agi_network_script: queue/sales?lang=de\nagi_arg_1: one\n\n").expectEnd();
			assertThat(this.notes.take()).startsWith("started");
			assertThat(this.notes.take()).isEqualTo("sales{lang=[de]}[one]");
			assertThat(this.notes.take()).endsWith(":" + caller.localPort());
		}
	}

	@Test
	void aHangupDuringACommandEndsTheScriptQuietly() throws Exception {
		this.server.scripts().registerDefault((agi, request) -> agi.waitForDigit());
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("WAIT FOR DIGIT -1").send("200 result=-1\nHANGUP\n").expectEnd();
		}
		assertQuietHangup();
	}

	@Test
	void aHangupThatTheScriptDidNotLookForEndsItQuietly() throws Exception {
		this.server.scripts().registerDefault((agi, request) -> {
			await().until(agi::isHungUp);
			agi.answer();
		});
		try (RawCaller caller = RawCaller.call(this.server, "x").send("HANGUP\n")) {
			caller.expect("ANSWER")
				.send("511 Command Not Permitted on a dead channel or intercept routine\n")
				.expectEnd();
		}
		assertQuietHangup();
	}

	@Test
	void aConnectionThatIsLostEndsTheScriptQuietly() throws Exception {
		this.server.scripts().registerDefault((agi, request) -> agi.waitForDigit());
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("WAIT FOR DIGIT -1");
		}
		assertQuietHangup();
	}

	@Test
	void anIdleScriptSeesThatTheConnectionIsLost() throws Exception {
		this.server.scripts().registerDefault((agi, request) -> {
			agi.onHangup(() -> this.notes.add("callback"));
			await().until(agi::isHungUp);
			try {
				agi.noop();
			}
			catch (AgiPipeClosedException ex) {
				this.notes.add("closed");
			}
		});
		RawCaller.call(this.server, "x").close();
		assertThat(this.notes.take()).startsWith("started");
		assertThat(this.notes.take()).isEqualTo("callback");
		assertThat(this.notes.take()).isEqualTo("closed");
		assertThat(this.notes.take()).endsWith("COMPLETED");
	}

	@Test
	void deadChannelCommandsWorkAfterTheHangup() throws Exception {
		this.server.scripts().registerDefault((agi, request) -> {
			try {
				agi.streamFile("long");
			}
			catch (AgiHangupException ex) {
				agi.setVariable("RESULT", "gone");
			}
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("STREAM FILE \"long\" \"\" 0").send("200 result=-1 endpos=3200\nHANGUP\n");
			caller.expect("SET VARIABLE \"RESULT\" \"gone\"").send("200 result=1\n").expectEnd();
		}
	}

	@Test
	void anyOtherExceptionIsLoggedOnceAndToldToTheDialplan() throws Exception {
		this.server.scripts().register("demo", (agi, request) -> {
			throw new IllegalStateException("by intent");
		});
		try (RawCaller caller = RawCaller.call(this.server, "demo")) {
			caller.expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"").send("200 result=1\n").expectEnd();
		}
		assertThat(this.notes.take()).isEqualTo("started demo");
		assertThat(this.notes.take()).isEqualTo("ended demo FAILED by intent");
		assertThat(this.log.above(Level.INFO)).singleElement().satisfies((event) -> {
			assertThat(event.getLevel()).isEqualTo(Level.ERROR);
			assertThat(event.getFormattedMessage()).contains("'demo'").contains("PJSIP/100-00000001");
			assertThat(event.getThrowableProxy().getMessage()).isEqualTo("by intent");
		});
	}

	@Test
	void aFailureAfterTheConnectionIsLostIsLoggedOnce() throws Exception {
		this.server.scripts().registerDefault((agi, request) -> {
			try {
				agi.noop();
			}
			catch (AgiHangupException ex) {
				throw new IllegalStateException("by intent", ex);
			}
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("NOOP");
		}
		assertThat(this.notes.take()).startsWith("started");
		assertThat(this.notes.take()).isEqualTo("ended x FAILED by intent");
		assertThat(this.log.above(Level.INFO)).hasSize(1);
	}

	@Test
	void aMissingScriptIsLoggedOnceAndToldToTheDialplan() throws Exception {
		this.server.scripts().register("demo", (agi, request) -> {
		});
		try (RawCaller caller = RawCaller.call(this.server, "other")) {
			caller.expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"NOTFOUND\"").send("200 result=1\n").expectEnd();
		}
		assertThat(this.notes.take()).isEqualTo("started other");
		assertThat(this.notes.take()).isEqualTo("ended other NOT_FOUND");
		await().untilAsserted(() -> assertThat(this.server.status().endedCalls(ScriptOutcome.NOT_FOUND)).isEqualTo(1));
		assertThat(this.server.status().endedCalls(ScriptOutcome.COMPLETED)).isZero();
		assertThat(this.log.above(Level.INFO)).singleElement()
			.satisfies((event) -> assertThat(event.getFormattedMessage()).contains("'other'"));
	}

	@Test
	void aProbeMakesNoNoise() throws Exception {
		new RawCaller(this.server).close();
		assertThat(this.notes.take()).isEqualTo("no handshake: CLOSED");
		assertThat(this.server.status().failedHandshakes()).isEqualTo(1);
		assertThat(this.server.status().failedHandshakes(HandshakeFailure.CLOSED)).isEqualTo(1);
		assertThat(this.server.status().failedHandshakes(HandshakeFailure.INVALID)).isZero();
		assertThat(this.server.status().totalCalls()).isZero();
		assertThat(this.log.above(Level.INFO)).isEmpty();
	}

	@Test
	void aStrangerIsLoggedOnceAndTheServerLives() throws Exception {
		try (RawCaller caller = new RawCaller(this.server)) {
			caller.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").expectEnd();
			assertThat(this.notes.take()).isEqualTo("no handshake: INVALID");
			assertThat(this.log.above(Level.INFO)).singleElement()
				.satisfies(
						(event) -> assertThat(event.getFormattedMessage()).contains("127.0.0.1:" + caller.localPort()));
		}
		theDemoStillWorks(this.server);
	}

	@Test
	void whoeverSaysTooLittleIsLoggedOnceAndTheServerLives() throws Exception {
		try (FastAgiServer hurried = FastAgiServer.builder()
			.port(0)
			.handshakeTimeout(Duration.ofMillis(200))
			.listener(new Notes())
			.build()) {
			hurried.start();
			try (RawCaller caller = new RawCaller(hurried)) {
				caller.send("agi_network: yes\n").expectEnd();
			}
			assertThat(this.notes.take()).isEqualTo("no handshake: TIMEOUT");
			assertThat(this.log.at(Level.WARN)).singleElement().asString().contains("not complete in time");
			// The test itself may be too late
			await().ignoreException(IOException.class).untilAsserted(() -> theDemoStillWorks(hurried));
		}
	}

	@Test
	void aListenerThatThrowsChangesNothing() throws Exception {
		FastAgiListener bad = new FastAgiListener() {

			@Override
			public void callStarted(AgiRequest request) {
				throw new IllegalStateException("by intent");
			}

		};
		try (FastAgiServer other = FastAgiServer.builder().port(0).listener(bad).build()) {
			other.scripts().registerDefault((agi, request) -> agi.noop());
			other.start();
			try (RawCaller caller = RawCaller.call(other, "x")) {
				caller.expect("NOOP").send("200 result=0\n").expectEnd();
			}
		}
	}

	@Test
	void aCommandThatIsNotAnsweredInTimeFailsTheScript() throws Exception {
		try (FastAgiServer other = FastAgiServer.builder()
			.port(0)
			.commandTimeout(Duration.ofMillis(100))
			.listener(new Notes())
			.build()) {
			other.scripts().registerDefault((agi, request) -> agi.noop());
			other.start();
			try (RawCaller caller = RawCaller.call(other, "x")) {
				caller.expect("NOOP").expectFailure();
			}
			assertThat(this.notes.take()).startsWith("started");
			assertThat(this.notes.take()).contains("FAILED No reply within PT0.1S");
		}
	}

	private static void theDemoStillWorks(FastAgiServer server) throws IOException {
		server.scripts().replace("demo", (agi, request) -> agi.noop());
		try (RawCaller caller = RawCaller.call(server, "demo")) {
			caller.expect("NOOP").send("200 result=0\n").expectEnd();
		}
	}

	private void assertQuietHangup() throws InterruptedException {
		assertThat(this.notes.take()).isEqualTo("started x");
		assertThat(this.notes.take()).isEqualTo("ended x HANGUP");
		assertThat(this.log.above(Level.INFO)).isEmpty();
		List<String> debug = this.log.at(Level.DEBUG);
		assertThat(debug).singleElement().asString().contains("'default' ended by hang-up");
	}

	/** The column tr of these tables is 02 while a keep-alive is due. */
	private static boolean isKeptAlive(int localPort, int remotePort) throws IOException {
		String ports = String.format("^ *\\d+: \\w+:%04X \\w+:%04X 01 \\w+:\\w+ 02:.*", localPort, remotePort);
		for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
			if (Files.exists(Path.of(table)) && Files.readAllLines(Path.of(table))
				.stream()
				.anyMatch(Pattern.compile(ports).asMatchPredicate())) {
				return true;
			}
		}
		return false;
	}

	private final class Notes implements FastAgiListener {

		@Override
		public void callStarted(AgiRequest request) {
			FastAgiServerTests.this.notes.add("started " + request.path());
		}

		@Override
		public void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration,
				@Nullable Throwable failure) {
			String message = (failure != null) ? " " + failure.getMessage() : "";
			FastAgiServerTests.this.notes.add("ended " + request.path() + " " + outcome + message);
		}

		@Override
		public void handshakeFailed(@Nullable SocketAddress remoteAddress, HandshakeFailure failure) {
			FastAgiServerTests.this.notes.add("no handshake: " + failure);
		}

	}

}
