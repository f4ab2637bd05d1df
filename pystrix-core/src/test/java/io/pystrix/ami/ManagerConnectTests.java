package io.pystrix.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.action.ChallengeAction;
import io.pystrix.ami.action.LoginAction;
import io.pystrix.ami.action.PingAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class ManagerConnectTests extends ManagerTestSupport {

	@Test
	void connectLogsInWithoutSendingTheSecret() {
		this.manager.connect();
		assertThat(this.manager.isConnected()).isTrue();
		assertThat(this.manager.status().greeting()).startsWith("Asterisk Call Manager/");
		assertThat(this.asterisk.requests("Login").get(0).toString()).doesNotContain("wordpass");
		assertThat(this.manager.sendAction(new PingAction()).timestamp()).isNotNull();
	}

	@Test
	void asteriskThatHasBootedIsKnownToHave() {
		assertThat(this.manager.status().fullyBooted()).isFalse();
		this.manager.connect();
		await().atMost(PATIENCE).until(() -> this.manager.status().fullyBooted());
		this.manager.disconnect();
		assertThat(this.manager.status().fullyBooted()).isFalse();
	}

	@Test
	void plainLoginIsThereForThosePeersThatNeedIt() {
		use(builder().plainLogin());
		this.manager.connect();
		assertThat(this.asterisk.requests("Challenge")).isEmpty();
	}

	@Test
	void eventMaskAndFiltersAreSentAtEachLogin() {
		use(builder().eventMask("call,system").filters(List.of("!Event: VarSet")));
		this.manager.connect();
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.asterisk.requests("Filter").size() == 2);
		assertThat(this.asterisk.requests("Login")).hasSize(2)
			.allSatisfy((login) -> assertThat(login.toString()).contains("call,system"));
	}

	@Test
	void wrongPasswordIsAClearExceptionAndIsNotTriedAgain() {
		use(builder().credentials("admin", "wrong"));
		assertThatExceptionOfType(ManagerAuthenticationException.class).isThrownBy(this.manager::connect)
			.withMessageContaining("admin")
			.withMessageContaining("Authentication failed")
			.withMessageNotContaining("wrong");
		assertThat(this.manager.state()).isEqualTo(ConnectionState.DISCONNECTED);
		assertThat(this.asterisk.loginAttempts()).isEqualTo(1);
	}

	@Test
	void wrongPasswordInTheBackgroundIsToldAndDoesNotHammer() {
		use(builder().credentials("admin", "wrong"));
		this.manager.connectAsync();
		await().atMost(PATIENCE).until(() -> this.manager.state() == ConnectionState.RECONNECTING);
		assertThat(this.manager.status().lastFailure()).isInstanceOf(ManagerAuthenticationException.class);
		await().during(Duration.ofMillis(400)).atMost(PATIENCE).until(() -> this.asterisk.loginAttempts() == 1);
	}

	@Test
	void nobodyAtThePortIsAClearException() {
		this.asterisk.stop();
		assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(this.manager::connect)
			.withMessageContaining("127.0.0.1:" + this.asterisk.port());
		assertThat(this.manager.state()).isEqualTo(ConnectionState.DISCONNECTED);
	}

	@Test
	void peerThatSaysNothingIsLeftInTime() throws IOException {
		try (ServerSocket silent = new ServerSocket(0)) {
			use(builder().port(silent.getLocalPort()).connectTimeout(Duration.ofMillis(200)));
			assertThatExceptionOfType(ManagerTimeoutException.class).isThrownBy(this.manager::connect);
		}
	}

	@Test
	void peerMayBeReachedByIpv6() throws IOException {
		assumeThat(NetworkInterface.getByInetAddress(InetAddress.getByName("::1"))).isNotNull();
		try (ServerSocket peer = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
			CompletableFuture<Socket> greeted = CompletableFuture.supplyAsync(() -> greet(peer));
			use(Manager.builder().host("::1").port(peer.getLocalPort()));
			this.manager.connect();
			assertThat(this.manager.status().greeting()).isEqualTo("Hello/1.0");
			assertThat(this.manager.status().endpoint()).hasToString("[::1]:" + peer.getLocalPort());
			greeted.join().close();
		}
	}

	private static Socket greet(ServerSocket peer) {
		try {
			Socket socket = peer.accept();
			socket.getOutputStream().write("Hello/1.0\r\n".getBytes(StandardCharsets.US_ASCII));
			return socket;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void hostsAreTriedInOrder() throws IOException {
		AmiEndpoint last = new AmiEndpoint("127.0.0.1", this.asterisk.port());
		try (Socket nobody = new Socket()) {
			// Nobody listens there, and nobody else can
			nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			use(builder().endpoints(List.of(new AmiEndpoint("127.0.0.1", nobody.getLocalPort()), last)));
			this.manager.connect();
		}
		assertThat(this.manager.status().endpoint()).isEqualTo(last);
	}

	@Test
	void backgroundConnectWaitsForAsteriskToCome() {
		this.asterisk.stop();
		this.manager.connectAsync();
		await().atMost(PATIENCE).until(() -> this.manager.state() == ConnectionState.RECONNECTING);
		this.asterisk.start();
		await().atMost(PATIENCE).until(this.manager::isConnected);
	}

	@Test
	void connectWaitsForOneAttemptOfABackgroundConnectAtMost() {
		this.asterisk.stop();
		CompletableFuture<Void> background = this.manager.connectAsync();
		assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(this.manager::connect)
			.withMessageContaining("127.0.0.1:" + this.asterisk.port());
		assertThat(background).isNotDone();
		this.asterisk.start();
		assertThat(background).succeedsWithin(PATIENCE);
	}

	@Test
	void backgroundConnectOutlivesAConnectThatBeganBeforeItAndFails() throws IOException {
		try (ServerSocket peer = new ServerSocket(0)) {
			use(builder().port(peer.getLocalPort()));
			CompletableFuture<Void> connect = CompletableFuture.runAsync(this.manager::connect);
			Socket first = peer.accept();
			CompletableFuture<Void> background = this.manager.connectAsync();
			first.close();
			assertThat(connect).failsWithin(PATIENCE)
				.withThrowableThat()
				.withCauseInstanceOf(ManagerConnectionException.class);
			assertThat(this.manager.state()).isNotEqualTo(ConnectionState.DISCONNECTED);
			assertThat(background).isNotDone();
		}
	}

	@Test
	void withoutCredentialsChallengeAndLoginAreSentByHand() {
		use(Manager.builder().host("127.0.0.1").port(this.asterisk.port()));
		this.manager.connect();
		assertThat(this.asterisk.loginAttempts()).isZero();
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> this.manager.sendAction(new PingAction()))
			.withMessageContaining("Permission denied");
		String challenge = this.manager.sendAction(new ChallengeAction("MD5")).challenge();
		this.manager.sendAction(LoginAction.md5("admin", "wordpass", challenge));
		assertThat(this.manager.sendAction(new PingAction()).isSuccess()).isTrue();
	}

	@Test
	void statesAreToldInOrderToTheEnd() {
		List<ConnectionState> states = new CopyOnWriteArrayList<>();
		this.manager.addStateListener((change, manager) -> states.add(change.current()));
		this.manager.connect();
		this.manager.close();
		await().atMost(PATIENCE)
			.untilAsserted(
					() -> assertThat(states).containsExactly(ConnectionState.CONNECTING, ConnectionState.AUTHENTICATING,
							ConnectionState.CONNECTED, ConnectionState.DISCONNECTED, ConnectionState.CLOSED));
	}

	@Test
	void disconnectedManagerMayBeConnectedAgain() {
		this.manager.connect();
		this.manager.disconnect();
		await().atMost(PATIENCE).until(() -> this.asterisk.sessions() == 0);
		assertThatExceptionOfType(ManagerConnectionException.class)
			.isThrownBy(() -> this.manager.sendAction(new PingAction()));
		this.manager.connect();
		assertThat(this.manager.sendAction(new PingAction()).isSuccess()).isTrue();
	}

	@Test
	void closedManagerStaysClosed() {
		this.manager.connect();
		this.manager.close();
		this.manager.close();
		assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(this.manager::connect)
			.withMessageContaining("closed");
		assertThat(this.manager.state()).isEqualTo(ConnectionState.CLOSED);
	}

}
