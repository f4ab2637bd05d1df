package io.pystrix.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What a manager makes of the ways in which Asterisk refuses a login.
 */
@Timeout(60)
class ManagerRefusedLoginTests extends ManagerTestSupport {

	@ParameterizedTest
	@CsvSource({ "Challenge,Asterisk is shutting down", "Login,Asterisk is shutting down", "Login,Login Already In Use",
			"Challenge,Must specify AuthType", "Login,Too many lines in message or allocation failure" })
	void aRefusalThatPassesByItselfIsRetriedSoon(String refusedAction, String message) throws IOException {
		AtomicInteger refused = new AtomicInteger();
		try (ScriptedPeer peer = new ScriptedPeer((it, socket) -> {
			boolean refuse = refused.get() < 2;
			serve(it, socket, refuse ? refusedAction : "", message);
			refused.incrementAndGet();
		})) {
			use(builder().port(peer.port()));
			assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(this.manager::connect)
				.withMessageContaining(message)
				.withMessageContaining("admin")
				.satisfies(
						(refusal) -> assertThat(refusal.isShuttingDown()).isEqualTo(message.endsWith("shutting down")));
			this.manager.connectAsync();
			await().atMost(PATIENCE).until(this.manager::isConnected);
			assertThat(this.manager.status().lastFailure()).isInstanceOf(ManagerConnectionException.class)
				.hasMessageContaining(message);
		}
	}

	@ParameterizedTest
	@CsvSource({ "Login,Authentication failed", "Login,Permission denied" })
	void aRefusalOfTheCredentialsIsNotRetriedForAWhile(String refusedAction, String message) throws IOException {
		try (ScriptedPeer peer = new ScriptedPeer((it, socket) -> serve(it, socket, refusedAction, message))) {
			use(builder().port(peer.port()));
			assertThatExceptionOfType(ManagerAuthenticationException.class).isThrownBy(this.manager::connect)
				.withMessageContaining(message);
		}
	}

	private static void serve(ScriptedPeer peer, Socket socket, String refusedAction, String message)
			throws IOException, InterruptedException {
		peer.write(socket, "Asterisk Call Manager/11.0.0\r\n");
		BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
		String action = "";
		String id = "";
		String line = in.readLine();
		while (line != null) {
			if (line.startsWith("Action: ")) {
				action = line.substring(8);
			}
			else if (line.startsWith("ActionID: ")) {
				id = line;
			}
			else if (line.isEmpty()) {
				if (action.equals(refusedAction)) {
					peer.write(socket, "Response: Error\r\n" + id + "\r\nMessage: " + message + "\r\n\r\n");
					return;
				}
				peer.write(socket, "Response: Success\r\n" + id + "\r\n"
						+ (action.equals("Challenge") ? "Challenge: 1\r\n" : "") + "\r\n");
			}
			line = in.readLine();
		}
	}

}
