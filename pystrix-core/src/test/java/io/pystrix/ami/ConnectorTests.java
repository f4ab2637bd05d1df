package io.pystrix.ami;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link Connector}: which failure it reports where a host has several
 * addresses.
 */
@Timeout(60)
class ConnectorTests {

	/** 127.0.0.1 answers, the other one refuses. */
	private static final String ANSWERS = "127.0.0.1";

	private static final String REFUSES = "127.0.0.2";

	private int port;

	@Test
	void theFailureOfTheAddressThatAnsweredIsReported() throws IOException {
		for (List<String> addresses : List.of(List.of(ANSWERS, REFUSES), List.of(REFUSES, ANSWERS))) {
			try (ScriptedPeer peer = closing()) {
				ManagerConnectionException failure = failure(peer, Manager.builder(), addresses);
				assertThat(failure).hasMessageNotContaining("refused");
				assertThat(failure.getCause().getSuppressed()).singleElement().isInstanceOf(ConnectException.class);
			}
		}
	}

	@Test
	void theFirstFailureIsReportedIfNobodyAnswers() throws IOException {
		int unused;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ANSWERS))) {
			unused = socket.getLocalPort();
		}
		this.port = unused;
		ManagerConnectionException failure = failure(Manager.builder(), List.of(REFUSES, "127.0.0.3"));
		assertThat(failure.getCause()).isInstanceOf(ConnectException.class);
		assertThat(failure.getCause().getSuppressed()).hasSize(1);
	}

	@Test
	void aFailureOfTlsEndsTheAttempt() throws IOException, NoSuchAlgorithmException {
		SSLContext context = SSLContext.getDefault();
		try (ScriptedPeer peer = new ScriptedPeer((it, socket) -> it.write(socket, "this is no TLS\r\n"))) {
			ManagerConnectionException failure = failure(peer, Manager.builder().sslContext(context),
					List.of(ANSWERS, ANSWERS, REFUSES));
			assertThat(failure.getCause()).isInstanceOf(SSLException.class);
			assertThat(peer.connections()).isOne();
		}
	}

	@Test
	void theNextAddressIsUsedIfOneDoesNotAnswer() throws IOException {
		try (ScriptedPeer peer = new ScriptedPeer((it, socket) -> {
			it.write(socket, "Hello/1.0\r\n");
			it.rest();
		})) {
			this.port = peer.port();
			Connection connection = connector(Manager.builder(), List.of(REFUSES, ANSWERS))
				.connect(new AmiEndpoint("pbx", this.port), () -> {
				});
			assertThat(connection.greeting()).isEqualTo("Hello/1.0");
			connection.logoff();
		}
	}

	@Test
	void aRefusedLoginEndsTheAttemptAndCarriesTheFailuresBeforeIt() {
		try (AmiSimulator asterisk = AmiSimulator.builder().account("admin", "right").build().start()) {
			this.port = asterisk.port();
			Connector connector = connector(Manager.builder().credentials("admin", "other"),
					List.of(REFUSES, ANSWERS, REFUSES));
			ManagerAuthenticationException failure = catchThrowableOfType(ManagerAuthenticationException.class,
					() -> connector.connect(new AmiEndpoint("pbx", this.port), () -> {
					}));
			assertThat(failure.getSuppressed()).singleElement().isInstanceOf(ConnectException.class);
		}
	}

	@Test
	void aHostWithoutAnAddressIsAFailure() {
		this.port = 1;
		assertThat(failure(Manager.builder(), List.of())).hasMessageContaining("no address");
	}

	@Test
	void aRefusalOfTheCredentialsOutweighsEverythingElse() {
		ManagerException refusal = new ManagerAuthenticationException("refused");
		ManagerException other = new ManagerConnectionException("not there", new ConnectException());
		ManagerException answered = new ManagerConnectionException("closed", new IOException());
		ConnectFailures<ManagerException> failures = new ConnectFailures<>();
		failures.add(other);
		failures.add(answered);
		assertThat(failures.reported()).isSameAs(answered);
		failures.add(refusal);
		failures.add(new ManagerTimeoutException("late", List.of()));
		assertThat(failures.reported()).isSameAs(refusal);
		assertThat(refusal.getSuppressed()).hasSize(2);
	}

	private static ScriptedPeer closing() {
		return new ScriptedPeer((it, socket) -> shut(socket));
	}

	private static void shut(Socket socket) throws IOException {
		socket.shutdownOutput();
	}

	private ManagerConnectionException failure(ScriptedPeer peer, ManagerBuilder builder, List<String> addresses) {
		this.port = peer.port();
		return failure(builder, addresses);
	}

	private ManagerConnectionException failure(ManagerBuilder builder, List<String> addresses) {
		Connector connector = connector(builder, addresses);
		return catchThrowableOfType(ManagerConnectionException.class,
				() -> connector.connect(new AmiEndpoint("pbx", this.port), () -> {
				}));
	}

	private static Connector connector(ManagerBuilder builder, List<String> addresses) {
		ManagerSettings settings = builder.settings();
		return new Connector(settings, new EventDispatcher(new EventTypes(List.of())), (host) -> {
			InetAddress[] resolved = new InetAddress[addresses.size()];
			for (int i = 0; i < resolved.length; i++) {
				resolved[i] = InetAddress.getByName(addresses.get(i));
			}
			return resolved;
		});
	}

}
