package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pystrix.LogCapture;
import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiTimeoutException;
import io.pystrix.agi.AgiUnknownResponseException;
import io.pystrix.agi.AgiUsageException;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever a peer or a script does, it costs the server one call at most and the log one
 * line: the next call is served, and nothing is left behind.
 */
@Timeout(60)
class FastAgiBadPeerTests {

	private static final String USAGE = "520-Invalid command syntax.  Proper usage follows:\n";

	private static final String FAILURE = "SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"";

	private static final Duration SHORT = Duration.ofMillis(200);

	private static final Duration LONG = Duration.ofSeconds(50);

	private final AtomicInteger threads = new AtomicInteger();

	private final AtomicReference<Object> note = new AtomicReference<>();

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private final LogCapture log = new LogCapture("io.pystrix.agi");

	private FastAgiServer server = start(builder());

	@AfterEach
	void stop() {
		this.server.close();
		this.clock.shutdownNow();
		this.log.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "agi_x: 1\n", "agi_x\n", "x" })
	void anEnvironmentWithoutEndIsCutOff(String part) throws Exception {
		try (RawCaller caller = new RawCaller(this.server)) {
			// A gigabyte, if the server took it
			assertThat(caller.sendWithoutEnd(part.repeat(1000))).isLessThan(100_000);
			caller.expectEnd();
		}
		await().until(() -> this.server.status().failedHandshakes() == 1);
		assertLogged(Level.WARN, "Not an AGI call", "more than");
		assertServes();
	}

	@Test
	void binaryJunkIsNoEnvironment() throws Exception {
		Random random = new Random(1);
		for (int i = 1; i <= 50; i++) {
			byte[] junk = new byte[random.nextInt(3000)];
			random.nextBytes(junk);
			try (RawCaller caller = new RawCaller(this.server).send(junk).halfClose()) {
				caller.expectEnd();
			}
		}
		await().until(() -> this.server.status().failedHandshakes() == 50);
		assertThat(this.log.from(Level.ERROR)).isEmpty();
		assertThat(this.log.from(Level.WARN)).hasSizeLessThanOrEqualTo(50).allMatch((line) -> line.contains("Not an"));
		assertServes();
	}

	@Test
	void anEnvironmentThatDripsHasToBeCompleteInTime() throws Exception {
		restart(builder().handshakeTimeout(SHORT));
		try (RawCaller caller = new RawCaller(this.server)) {
			drip(caller, "agi_x: 1\n");
			caller.expectEnd();
		}
		await().until(() -> this.server.status().failedHandshakes(HandshakeFailure.TIMEOUT) == 1);
		assertLogged(Level.WARN, "not complete in time");
		assertServesInTheEnd();
	}

	@Test
	void whatNobodyAskedForAnswersNoCommand() throws Exception {
		script((agi, request) -> {
			agi.noop();
			this.note.set(agi.getVariable("A").orElseThrow() + agi.getVariable("B").orElseThrow());
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("NOOP").send("200 result=0\n200 result=1 (not asked for)\nhello\n\n510 no\n");
			caller.expect("GET VARIABLE \"A\"").send("hello\n200 result=1 (a)\n");
			caller.expect("GET VARIABLE \"B\"").send("200 result=1 (b)\n").expectEnd();
		}
		assertThat(this.note).hasValue("ab");
		assertThat(this.log.above(Level.INFO)).isEmpty();
		assertServes();
	}

	@Test
	void aReplyThatNeverComesPoisonsTheSession() throws Exception {
		restart(builder().commandTimeout(SHORT));
		script((agi, request) -> {
			AgiException first = failure(agi);
			AgiException second = failure(agi);
			this.note.set(List.of(first.getClass(), second.getClass(), String.valueOf(second.getMessage())));
			throw second;
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("NOOP").expectFailure();
		}
		assertThat(this.note).hasValue(List.of(AgiTimeoutException.class, AgiTimeoutException.class,
				"An earlier command was not answered in time"));
		assertLogged(Level.ERROR, "'x' failed");
		assertServesInTheEnd();
	}

	@Test
	void aReplyThatDripsHasToBeCompleteInTime() throws Exception {
		restart(builder().commandTimeout(SHORT));
		script((agi, request) -> agi.noop());
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("NOOP").send(USAGE);
			drip(caller, "more\n");
			caller.expectFailure();
		}
		assertFailed(AgiTimeoutException.class);
		assertServesInTheEnd();
	}

	@ParameterizedTest
	@ValueSource(strings = { "200 result=1 (", USAGE, "100 Trying\n", "hello\n" })
	void aReplyWithoutEndIsCutOff(String start) throws Exception {
		script((agi, request) -> agi.noop());
		String part = start.contains("(") ? "x".repeat(1000) : "more\n".repeat(200);
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("NOOP").send(start);
			assertThat(caller.sendWithoutEnd(part)).isLessThan(100_000);
			caller.expectEnd();
		}
		assertFailed(AgiUnknownResponseException.class);
		assertServes();
	}

	@Test
	void whoeverSendsWithoutEndBetweenCommandsIsCutOff() throws Exception {
		script((agi, request) -> {
			agi.noop();
			await().until(agi::isHungUp);
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("NOOP").send("200 result=0\n");
			assertThat(caller.sendWithoutEnd("x".repeat(1000))).isLessThan(100_000);
			caller.expectEnd();
		}
		assertThat(this.log.above(Level.INFO)).isEmpty();
		assertServes();
	}

	@Test
	void aHangupInTheMidstOfAUsageIsAHangup() throws Exception {
		script((agi, request) -> {
			try {
				agi.answer();
			}
			catch (AgiUsageException ex) {
				this.note.set(agi.isHungUp());
			}
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("ANSWER").send(USAGE + "Text\nHANGUP\nText\n520 End of proper usage.\n").expectEnd();
		}
		assertThat(this.note).hasValue(true);
		assertServes();
	}

	@Test
	void aQueryMayBeAnything() throws Exception {
		script((agi, request) -> this.note.set(request.parameters()));
		try (RawCaller caller = RawCaller.call(this.server, "x?a=b=c&bad=%zz%4&%=%&=&&&?=ü")) {
			caller.expectEnd();
		}
		assertThat(this.note)
			.hasValue(Map.of("a", List.of("b=c"), "bad", List.of("%zz%4"), "%", List.of("%"), "?", List.of("ü")));
		assertServes();
	}

	@Test
	void anUnknownScriptIsOneWarning() throws Exception {
		try (RawCaller caller = RawCaller.call(this.server, "../../etc/passwd")) {
			caller.expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"NOTFOUND\"").send("200 result=1\n").expectEnd();
		}
		assertLogged(Level.WARN, "No AGI script for '../../etc/passwd'");
		assertServes();
	}

	@Test
	void anExpressionThatCannotCopeWithAPathIsOneError() throws Exception {
		this.server.scripts().register(Pattern.compile("(a|b)*c"), (agi, request) -> agi.noop());
		try (RawCaller caller = RawCaller.call(this.server, "ab".repeat(20_000))) {
			caller.expectFailure();
		}
		assertLogged(Level.ERROR, "AGI call from");
		assertServes();
	}

	static Stream<Throwable> failures() {
		return Stream.of(new Error("by intent"), new StackOverflowError(), new OutOfMemoryError("by intent"),
				new IOException("by intent"), new InterruptedException("by intent"),
				new IllegalStateException("by intent"), new LinkageError("by intent"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void whateverAScriptThrowsIsOneErrorAndToldToTheDialplan(Throwable failure) throws Exception {
		script((agi, request) -> {
			FastAgiBadPeerTests.<RuntimeException>sneak(failure);
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect(FAILURE).send("200 result=1\n").expectEnd();
		}
		assertFailed(failure.getClass());
		assertServes();
	}

	@Test
	void endlessRecursionIsOneError() throws Exception {
		script((agi, request) -> recurse(agi));
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect(FAILURE).send("200 result=1\n").expectEnd();
		}
		assertFailed(StackOverflowError.class);
		assertServes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x\nHANGUP", "x\rHANGUP", "x\0HANGUP" })
	void whatCannotBeSentIsNotSent(String text) throws Exception {
		script((agi, request) -> agi.setVariable("A", text));
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect(FAILURE).send("200 result=1\n").expectEnd();
		}
		assertFailed(IllegalArgumentException.class);
		assertServes();
	}

	@Test
	void whatIsTooLongIsNotSent() throws Exception {
		script((agi, request) -> agi.setVariable("A", "€".repeat(3000)));
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect(FAILURE).send("200 result=1\n").expectEnd();
		}
		assertFailed(IllegalArgumentException.class);
		assertServes();
	}

	@Test
	void aScriptThatReturnsAtOnceMakesNoNoise() throws Exception {
		script((agi, request) -> {
		});
		for (int i = 0; i < 20; i++) {
			try (RawCaller caller = RawCaller.call(this.server, "x")) {
				caller.expectEnd();
			}
		}
		assertThat(this.log.above(Level.INFO)).isEmpty();
		assertServes();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void aConnectionMayBeResetInAnyPhase(int phase) throws Exception {
		script((agi, request) -> {
			agi.noop();
			agi.waitForDigit();
		});
		RawCaller caller = new RawCaller(this.server);
		String[] phases = { "", "agi_network: yes\n", "agi_network_script: x\n\n", "", "200 resu", "lt=0\n" };
		for (int i = 0; i <= phase; i++) {
			caller.send(phases[i]);
			if (i == 3) {
				caller.expect("NOOP");
			}
		}
		caller.reset();
		await().until(() -> this.server.status().failedHandshakes()
				+ this.server.status().endedCalls(ScriptOutcome.HANGUP) == 1);
		assertThat(this.log.above(Level.INFO)).isEmpty();
		assertServes();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aPeerThatSendsNoMoreHasHungUp(boolean answers) throws Exception {
		script((agi, request) -> {
			agi.noop();
			agi.waitForDigit();
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			if (answers) {
				caller.expect("NOOP").send("200 result=0\n").halfClose();
				caller.expect("WAIT FOR DIGIT -1").expectEnd();
			}
			else {
				caller.halfClose().expect("NOOP").expectEnd();
			}
		}
		assertThat(this.log.above(Level.INFO)).isEmpty();
		await().until(() -> this.server.status().endedCalls(ScriptOutcome.HANGUP) == 1);
		assertServes();
	}

	@Test
	void aPeerThatNeverReadsIsLeft() throws Exception {
		restart(builder().handshakeTimeout(SHORT));
		script((agi, request) -> {
			agi.noop();
			while (true) {
				agi.verbose("x".repeat(2000));
			}
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("NOOP");
			this.clock.scheduleAtFixedRate(() -> send(caller, "200 result=1\n"), 0, 1, TimeUnit.MILLISECONDS);
			await().atMost(LONG).until(() -> this.server.status().endedCalls(ScriptOutcome.HANGUP) == 1);
		}
		assertLogged(Level.WARN, "does not read");
		assertServesInTheEnd();
	}

	@Test
	void aListenerThatThrowsAnErrorStopsNothing() throws Exception {
		restart(builder().allowedClients("192.0.2.1").listener(new FastAgiListener() {
			@Override
			public void callRefused(java.net.SocketAddress remoteAddress, RefusalReason reason) {
				throw new LinkageError("by intent");
			}
		}));
		for (int i = 0; i < 3; i++) {
			try (RawCaller caller = RawCaller.call(this.server, "x")) {
				caller.expect("failure").expectEnd();
			}
		}
		assertThat(this.server.status().refusedCalls()).isEqualTo(3);
		assertThat(this.log.at(Level.ERROR)).hasSize(3).allMatch((line) -> line.equals("An AGI listener failed"));
	}

	private void script(AgiHandler script) {
		this.server.scripts().replace("x", script);
	}

	private static AgiException failure(Agi agi) {
		try {
			agi.noop();
			throw new AssertionError("Was answered");
		}
		catch (AgiException ex) {
			return ex;
		}
	}

	private static int recurse(Agi agi) {
		return recurse(agi) + 1;
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void sneak(Throwable failure) throws T {
		throw (T) failure;
	}

	private void drip(RawCaller caller, String text) {
		this.clock.scheduleAtFixedRate(() -> send(caller, text.substring(0, 1)), 0, 10, TimeUnit.MILLISECONDS);
	}

	private static void send(RawCaller caller, String text) {
		try {
			caller.send(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void assertFailed(Class<? extends Throwable> failure) {
		await().until(() -> this.server.status().endedCalls(ScriptOutcome.FAILED) == 1);
		assertThat(this.log.above(Level.INFO)).singleElement().satisfies((event) -> {
			assertThat(event.getLevel()).isEqualTo(Level.ERROR);
			assertThat(event.getThrowableProxy().getClassName()).isEqualTo(failure.getName());
		});
	}

	private void assertLogged(Level level, String... parts) {
		await().until(() -> !this.log.above(Level.INFO).isEmpty());
		ILoggingEvent event = this.log.above(Level.INFO).get(0);
		assertThat(this.log.above(Level.INFO)).hasSize(1);
		assertThat(event.getLevel()).isEqualTo(level);
		assertThat(event.getFormattedMessage()).contains(parts).doesNotContain("\n");
	}

	private void assertServes() throws IOException {
		this.server.scripts().register("next", (agi, request) -> agi.noop());
		try (RawCaller caller = RawCaller.call(this.server, "next")) {
			caller.expect("NOOP").send("200 result=0\n").expectEnd();
		}
		assertNothingIsLeft();
	}

	/** The test itself may be late for a server that is in a hurry. */
	private void assertServesInTheEnd() {
		this.server.scripts().register("next", (agi, request) -> agi.noop());
		long before = this.server.status().endedCalls(ScriptOutcome.COMPLETED);
		await().ignoreException(IOException.class).untilAsserted(() -> {
			try (RawCaller caller = RawCaller.call(this.server, "next")) {
				caller.expect("NOOP").send("200 result=0\n").expectEnd();
			}
			assertThat(this.server.status().endedCalls(ScriptOutcome.COMPLETED)).isGreaterThan(before);
		});
		assertNothingIsLeft();
	}

	private void assertNothingIsLeft() {
		await().until(() -> this.threads.get() == 0 && this.server.status().activeCalls() == 0);
		assertThat(this.server.calls()).isEmpty();
	}

	private void restart(FastAgiServerBuilder builder) {
		this.server.close();
		this.server = start(builder);
	}

	private static FastAgiServer start(FastAgiServerBuilder builder) {
		FastAgiServer started = builder.build();
		started.start();
		return started;
	}

	private FastAgiServerBuilder builder() {
		return FastAgiServer.builder().port(0).handshakeTimeout(LONG).executor((task) -> {
			this.threads.incrementAndGet();
			new Thread(() -> {
				try {
					task.run();
				}
				finally {
					this.threads.decrementAndGet();
				}
			}).start();
		});
	}

}
