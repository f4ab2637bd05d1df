package io.pystrix.ami;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.ami.message.NamedAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@Timeout(120)
class AmiBadPeerTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration FOR_EVER = Duration.ofHours(1);

	/** Twice at once, and then after a minute. */
	private static final ReconnectPolicy STEEP = ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(20), FOR_EVER)
		.withMultiplier(3000)
		.withJitter(0);

	private static final String GREETING = "Asterisk Call Manager/11.0.0\r\n";

	private final List<AutoCloseable> open = new ArrayList<>();

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable each : this.open) {
			each.close();
		}
	}

	@Test
	void peerThatAcceptsAndClosesEndsTheAttemptAtOnceAndNotAfterTheTimeout() {
		Manager manager = manager(peer((peer, socket) -> socket.close()), FOR_EVER);
		assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(manager::connect)
			.withMessageContaining("Cannot connect");
	}

	@Test
	void attemptsAtAPeerThatClosesComeEverSlower() {
		ScriptedPeer peer = peer((self, socket) -> socket.close());
		manager(peer, FOR_EVER).connectAsync();
		await().atMost(PATIENCE).until(() -> peer.connections() == 2);
		await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> peer.connections() == 2);
	}

	@Test
	void attemptsAtAPeerThatClosesAfterEachLoginComeEverSlower() {
		ScriptedPeer peer = peer((self, socket) -> self.write(socket, GREETING));
		Manager manager = manager(peer, FOR_EVER);
		manager.connectAsync();
		await().atMost(PATIENCE).until(() -> manager.status().connects() == 2);
		await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> peer.connections() == 2);
	}

	@Test
	void greetingThatComesByteByByteEndsTheAttemptInTime() {
		Manager manager = manager(peer((peer, socket) -> peer.drip(socket, "A")), Duration.ofMillis(300));
		assertThatExceptionOfType(ManagerTimeoutException.class).isThrownBy(manager::connect);
	}

	@Test
	void greetingWithoutEndEndsTheAttempt() {
		Manager manager = manager(peer((peer, socket) -> {
			while (true) {
				peer.write(socket, "x".repeat(1000));
			}
		}), FOR_EVER);
		assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(manager::connect)
			.withMessageContaining("1024");
	}

	@Test
	void peerThatTalksButDoesNotAnswerTheLoginIsLeftInTime() {
		ScriptedPeer peer = peer((self, socket) -> {
			self.write(socket, GREETING);
			self.drip(socket, "Event: Noise\r\nPrivilege: call,all\r\n\r\n");
		});
		Manager manager = add(builder(peer, Duration.ofMillis(300)).credentials("admin", "wordpass").build());
		assertThatExceptionOfType(ManagerTimeoutException.class).isThrownBy(manager::connect);
	}

	@Test
	void anyGreetingIsAccepted() {
		Manager manager = manager(greeting("Some Other PBX, version 99\r\n"), FOR_EVER);
		manager.connect();
		assertThat(manager.status().greeting()).isEqualTo("Some Other PBX, version 99");
	}

	@Test
	void floodOfHeadersEndsTheConnection() {
		assertThat(failureAfter("Event: A\r\n" + "B: c\r\n".repeat(300))).hasMessageContaining("128 headers");
	}

	@Test
	void lineWithoutEndEndsTheConnection() {
		assertThat(failureAfter("Event: " + "x".repeat(3000))).hasMessageContaining("1024 bytes");
	}

	@Test
	void messageWithoutEndEndsTheConnection() {
		assertThat(failureAfter(("A: " + "x".repeat(500) + "\r\n").repeat(100))).hasMessageContaining("8192 bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0016\u0003\u0001\u0000\u0000", "\u001b[1;32mok\u001b[0m", "\u0000", "\u007f\u00ff: x",
			"Reason: a\r\n\u0007Event: Forged" })
	void whatIsNoMessageIsAnOrphanWhateverItsBytes(String text) {
		List<AmiResponse> orphans = new CopyOnWriteArrayList<>();
		List<String> events = new CopyOnWriteArrayList<>();
		Manager manager = manager(greeting(GREETING + text + "\r\n\r\nEvent: Next\r\n\r\n"), FOR_EVER);
		manager.registerOrphanCallback((response, m) -> orphans.add(response));
		manager.registerCallback(AmiEvent.class, (event, m) -> events.add(event.name()));
		manager.connect();
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(events).containsExactly("Next"));
		await().atMost(PATIENCE).until(() -> orphans.size() == 1);
		assertThat(orphans.get(0).headers().toByteArray())
			.isEqualTo((text + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
		assertThat(manager.status().connects()).isEqualTo(1);
	}

	@Test
	void controlCharactersInsideAValueAreTheValues() {
		List<AmiEvent> events = new CopyOnWriteArrayList<>();
		Manager manager = manager(greeting(GREETING + "Event: VarSet\r\nValue: a\0b\u0007\rc\nd\r\n\r\n"), FOR_EVER);
		manager.registerCallback("VarSet", (event, m) -> events.add(event));
		manager.connect();
		await().atMost(PATIENCE).until(() -> events.size() == 1);
		assertThat(events.get(0).get("Value")).isEqualTo("a\0b\u0007\rc\nd");
		assertThat(manager.status().connects()).isEqualTo(1);
	}

	@Test
	void partOfAMessageBeforeTheEndOfTheConnectionIsNobodys() {
		List<String> names = new CopyOnWriteArrayList<>();
		Manager manager = manager(
				peer((peer, socket) -> peer.write(socket, GREETING + "Event: Whole\r\n\r\nEvent: Part\r\nChannel: x")),
				FOR_EVER);
		manager.registerCallback(AmiEvent.class, (event, m) -> names.add(event.name()));
		manager.connectAsync();
		await().atMost(PATIENCE).until(() -> names.size() == 2);
		assertThat(names).containsExactly("Whole", "Whole");
	}

	@Test
	void peerThatReadsNothingIsFoundOutThoughAnActionIsStuckInTheLink() {
		Manager manager = add(builder(greeting(GREETING), FOR_EVER).actionTimeout(Duration.ofMillis(300))
			.keepAlive(Duration.ofSeconds(1), Duration.ofMillis(200))
			.build());
		manager.connect();
		// It blocks when the link is full, so it has a thread of its own
		Thread flood = new Thread(() -> flood(manager));
		flood.setDaemon(true);
		flood.start();
		await().atMost(PATIENCE).until(() -> manager.status().lastFailure() != null);
		assertThat(manager.status().lastFailure()).hasMessageContaining("dead");
	}

	@Test
	void peerThatReadsNothingIsFoundOutThoughItNeverStopsTalking() {
		ScriptedPeer talkative = peer((peer, socket) -> {
			peer.write(socket, GREETING);
			peer.drip(socket, "Event: Talk\r\n\r\n");
		});
		Manager manager = add(builder(talkative, FOR_EVER).actionTimeout(Duration.ofMillis(600)).build());
		manager.connect();
		Thread flood = new Thread(() -> flood(manager));
		flood.setDaemon(true);
		flood.start();
		await().atMost(PATIENCE).until(() -> manager.status().lastFailure() != null);
		assertThat(manager.status().lastFailure()).hasMessageContaining("did not take an action within 600 ms");
	}

	private static void flood(Manager manager) {
		NamedAction large = AmiAction.named("Large");
		for (int i = 0; i < 100; i++) {
			large = large.with("Data", "x".repeat(1000));
		}
		while (manager.isConnected() && manager.status().lastFailure() == null) {
			manager.sendActionAsync(large);
		}
	}

	/** Why a connection ends on which a peer says this. */
	private ManagerException failureAfter(String text) {
		Manager manager = add(builder(greeting(GREETING + text), FOR_EVER).limits(1024, 128, 8192).build());
		manager.connectAsync();
		await().atMost(PATIENCE).until(() -> manager.status().lastFailure() != null);
		ManagerException failure = manager.status().lastFailure();
		return (failure != null) ? failure : new ManagerException("none");
	}

	/** A peer that says something and then keeps silent. */
	private ScriptedPeer greeting(String text) {
		return peer((peer, socket) -> {
			peer.write(socket, text);
			peer.rest();
		});
	}

	private ScriptedPeer peer(ScriptedPeer.Script script) {
		return add(new ScriptedPeer(script));
	}

	private Manager manager(ScriptedPeer peer, Duration connectTimeout) {
		return add(builder(peer, connectTimeout).build());
	}

	private static ManagerBuilder builder(ScriptedPeer peer, Duration connectTimeout) {
		return Manager.builder().host("127.0.0.1").port(peer.port()).connectTimeout(connectTimeout).reconnect(STEEP);
	}

	private <T extends AutoCloseable> T add(T closeable) {
		this.open.add(0, closeable);
		return closeable;
	}

}
