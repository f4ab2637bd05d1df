package io.pystrix.ami;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.ami.message.EventList;
import io.pystrix.ami.message.NamedAction;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Where other clients of AMI are weak. The promises that are kept elsewhere:
 * <ul>
 * <li>overload: {@link AmiOverloadTests}</li>
 * <li>a callback may send, wait and close, and delays neither the others nor the answers;
 * callbacks removed during dispatch: {@link ManagerCallbackTests}</li>
 * <li>injection: {@link AmiInjectionTests}</li>
 * <li>a lost connection fails what is pending: {@link ManagerReconnectTests}</li>
 * <li>back-off, its jitter and cap: {@link ReconnectPolicyTests}; peers that accept and
 * close, or do not speak AMI: {@link AmiBadPeerTests}</li>
 * <li>the identity of a secured peer: {@link ManagerTlsTests}</li>
 * </ul>
 */
@Timeout(120)
class AmiWeakSpotTests extends ManagerTestSupport {

	@Test
	void closeReturnsFromWhateverCallbackItIsCalled() {
		for (int kind = 0; kind < 4; kind++) {
			CountDownLatch closed = new CountDownLatch(1);
			use(builder().eventMask("call"));
			registerClosing(kind, closed);
			// Does not mind to be closed in between
			this.manager.connectAsync().handle((connected, failure) -> failure).join();
			if (kind == 3) {
				this.manager.sendActionAsync(new PingAction()).thenAccept((pong) -> close(this.manager, closed));
			}
			this.asterisk.faults().garbage("Response: Success\r\nActionID: nobody\r\n\r\n");
			this.asterisk.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all"));
			this.asterisk.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all"));
			await().atMost(PATIENCE).until(() -> closed.getCount() == 0);
			assertThat(this.manager.state()).isEqualTo(ConnectionState.CLOSED);
		}
	}

	private void registerClosing(int kind, CountDownLatch closed) {
		if (kind == 0) {
			this.manager.registerCallback("Hangup", (event, m) -> close(m, closed));
		}
		else if (kind == 1) {
			this.manager.registerOrphanCallback((response, m) -> close(m, closed));
		}
		else if (kind == 2) {
			this.manager.addStateListener((change, m) -> {
				if (change.current() == ConnectionState.CONNECTED) {
					close(m, closed);
				}
			});
		}
	}

	private static void close(Manager manager, CountDownLatch closed) {
		manager.close();
		closed.countDown();
	}

	@Test
	void everyUnknownFrameReachesACatchAllWithAllHeadersInWireOrderAndNoLogLine() {
		List<AmiEvent> events = new CopyOnWriteArrayList<>();
		use(builder().eventMask("call"));
		this.manager.registerCallback(AmiEvent.class, (event, m) -> events.add(event));
		this.manager.connect();
		try (LogCapture log = new LogCapture("io.pystrix.ami")) {
			this.asterisk.broadcast(AmiFrame.event("Flash").with("Privilege", "call,all").with("Zeta", 1));
			this.asterisk.broadcast(AmiFrame.event("UserEvent")
				.with("Privilege", "call,all")
				.with("UserEvent", "Own")
				.with("Event", "Other")
				.with("B", 2)
				.with("A", 1)
				.with("b", 3));
			this.asterisk
				.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all").with("TechCause", "SIP 486"));
			await().atMost(PATIENCE).until(() -> events.size() == 3);
			assertThat(log.from(Level.INFO)).isEmpty();
		}
		assertThat(events).extracting(AmiEvent::name).containsExactly("Flash", "UserEvent", "Hangup");
		assertThat(events.get(1).headers()).extracting(AmiHeader::name)
			.containsExactly("Event", "Privilege", "UserEvent", "Event", "B", "A", "b");
		assertThat(events.get(1).getAll("B")).containsExactly("2", "3");
		assertThat(events.get(2)).isInstanceOf(HangupEvent.class)
			.satisfies((event) -> assertThat(event.get("TechCause")).isEqualTo("SIP 486"));
	}

	@Test
	void valuesAreWhatAsteriskSentToTheByte() {
		List<String> values = List.of("none", "unknown", "n/a", "(none)", "(null)", "<unknown>", "null", "0", "-1", "",
				" leading", "  two", "trailing ", "\ttab\t", "a: b", "José, 電話", "line\nline", "line\n", "\n\nx\n\n",
				"\\n", "\"q\"", "x\0y");
		List<AmiEvent> events = new CopyOnWriteArrayList<>();
		this.manager.registerCallback("VarSet", (event, m) -> events.add(event));
		this.manager.connect();
		for (String value : values) {
			this.asterisk.faults().garbage("Event: VarSet\r\nValue: " + value + "\r\nValue: " + value + "\r\n\r\n");
		}
		await().atMost(PATIENCE).until(() -> events.size() == values.size());
		for (int i = 0; i < values.size(); i++) {
			assertThat(events.get(i).getAll("Value")).containsExactly(values.get(i), values.get(i));
		}
	}

	@Test
	void bytesThatAreNoTextAreStillThere() {
		List<AmiEvent> events = new CopyOnWriteArrayList<>();
		this.manager.registerCallback("VarSet", (event, m) -> events.add(event));
		this.manager.connect();
		byte[] frame = "Event: VarSet\r\nValue: Jos\u00e9\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
		this.asterisk.faults().garbage(frame);
		await().atMost(PATIENCE).until(() -> events.size() == 1);
		assertThat(events.get(0).headers().toByteArray()).isEqualTo(frame);
		assertThat(events.get(0).get("Value")).isEqualTo("Jos\uFFFD");
	}

	@Test
	void nothingIsPendingAfterFiftyTimeouts() {
		use(builder().actionTimeout(Duration.ofMillis(300)));
		this.manager.connect();
		this.asterisk.on("Never", (request) -> AmiAnswer.none());
		List<CompletableFuture<?>> futures = new ArrayList<>();
		IntStream.range(0, 25).forEach((i) -> futures.add(this.manager.sendActionAsync(never(i))));
		for (int i = 0; i < 25; i++) {
			AmiAction<?> action = never(i);
			assertThatExceptionOfType(ManagerTimeoutException.class)
				.isThrownBy(() -> this.manager.sendAction(action, Duration.ofMillis(5)));
		}
		await().atMost(PATIENCE).until(() -> futures.stream().allMatch(CompletableFuture::isDone));
		assertThat(futures).allSatisfy((future) -> assertThat(future).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingRootCause()
			.isInstanceOf(ManagerTimeoutException.class));
		await().atMost(PATIENCE).until(() -> this.manager.status().pendingActions() == 0);
	}

	/** Every other one is a list. */
	private static AmiAction<?> never(int i) {
		NamedAction never = AmiAction.named("Never");
		return (i % 2 == 0) ? never : never.asList();
	}

	@Test
	void callerThatWaitsLearnsAtOnceThatTheConnectionWasLost() {
		use(builder().actionTimeout(Duration.ofHours(1)));
		this.manager.connect();
		this.asterisk.on("Never", (request) -> AmiAnswer.none().then(this.asterisk::dropConnections));
		assertThatExceptionOfType(ManagerConnectionException.class)
			.isThrownBy(() -> this.manager.sendAction(AmiAction.named("Never")))
			.withMessageContaining("lost");
	}

	@Test
	void interruptedCallerIsToldSoAndStaysInterrupted() throws InterruptedException {
		this.manager.connect();
		this.asterisk.on("Never", (request) -> AmiAnswer.none());
		AtomicReference<Object> outcome = new AtomicReference<>("none");
		Thread caller = new Thread(() -> {
			try {
				outcome.set(this.manager.sendAction(AmiAction.named("Never"), Duration.ofHours(1)));
			}
			catch (ManagerException ex) {
				outcome.set(Thread.currentThread().isInterrupted() ? ex : "flag lost");
			}
		});
		caller.start();
		this.asterisk.awaitRequest("Never", PATIENCE);
		caller.interrupt();
		caller.join();
		assertThat(outcome.get()).isInstanceOf(ManagerException.class)
			.isNotInstanceOf(ManagerTimeoutException.class)
			.asString()
			.contains("Interrupted");
		assertThat(this.manager.status().pendingActions()).isZero();
	}

	@Test
	void peerThatStopsAnsweringIsFoundOutByDefault() {
		ManagerSettings defaults = Manager.builder().settings();
		assertThat(defaults.keepAliveInterval()).isEqualTo(Duration.ofSeconds(10));
		assertThat(defaults.keepAliveTimeout()).isEqualTo(Duration.ofSeconds(5));
		// The same, but nobody has to wait so long
		use(builder().keepAlive(defaults.keepAliveInterval().dividedBy(20), defaults.keepAliveTimeout().dividedBy(20)));
		this.manager.connect();
		this.asterisk.faults().freeze();
		await().atMost(PATIENCE).until(() -> this.manager.state() == ConnectionState.RECONNECTING);
		this.asterisk.faults().thaw();
		await().atMost(PATIENCE).until(this.manager::isConnected);
	}

	@Test
	void credentialsRefusedAtAReconnectAreNotHammered() {
		this.manager.connect();
		this.asterisk.faults().refuseLogins();
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.asterisk.loginAttempts() == 2);
		await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> this.asterisk.loginAttempts() == 2);
		await().atMost(PATIENCE)
			.until(() -> this.manager.status().lastFailure() instanceof ManagerAuthenticationException);
	}

	@Test
	void loginTakesTwoRoundTripsAndNoQuestionAboutTheVersion() {
		try (LogCapture log = new LogCapture("io.pystrix.ami")) {
			this.manager.connect();
			this.manager.sendAction(new PingAction());
			assertThat(this.asterisk.requests()).extracting(AmiRequest::action)
				.containsExactly("Challenge", "Login", "Ping");
			assertThat(log.from(Level.WARN)).isEmpty();
		}
	}

	@Test
	void anyActionIsSentWithItsHeadersInOrderAndItsListEndsWhereAsteriskSaysSo() {
		this.asterisk.on("BrandNew", (request) -> AmiAnswer.list("will follow", "NameThatNobodyKnows",
				List.of(AmiFrame.event("One").with("No", 1), AmiFrame.event("Other").with("No", 2))));
		this.manager.connect();
		EventList<AmiEvent> list = this.manager.sendAction(
				AmiAction.named("BrandNew").with("Z", "1").with("Variable", "a=1").with("Variable", "b=2").asList());
		assertThat(list.items()).extracting(AmiEvent::name).containsExactly("One", "Other");
		assertThat(list.complete().name()).isEqualTo("NameThatNobodyKnows");
		AmiRequest request = this.asterisk.requests("BrandNew").get(0);
		assertThat(request.frame().headers()).extracting(AmiFrame.Header::name)
			.containsExactly("Action", "ActionID", "Z", "Variable", "Variable");
		assertThat(request.getAll("Variable")).containsExactly("a=1", "b=2");
	}

	@Test
	void headersThatComeSeveralTimesAndWithAPrefixAreAllThere() {
		AmiEvent event = new AmiEvent(AmiHeaders.parse("Event: DialBegin", "ChanVariable: a=1", "ChanVariable: b=2",
				"DestChanVariable: a=3", "DestChanVariable: c=x=y", "SourceChanVariable(PJSIP/1-1): d=4"));
		assertThat(event.getAll("ChanVariable")).containsExactly("a=1", "b=2");
		assertThat(event.getAll("DestChanVariable")).containsExactly("a=3", "c=x=y");
		assertThat(event.get("SourceChanVariable(PJSIP/1-1)")).isEqualTo("d=4");
	}

}
