package io.pystrix.ami;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.pystrix.LogCapture;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.ami.message.AmiResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * What the manager's log and texts must not hold: secrets, and lines that somebody else
 * has made up.
 */
@Timeout(60)
class AmiLogTests extends ManagerTestSupport {

	private static final String FORGED = "x\n2026-11-21 INFO all is well\u001b[2J\u0007";

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void noTextHoldsTheSecret(boolean plain) {
		List<String> texts = new ArrayList<>();
		try (LogCapture log = new LogCapture("io.pystrix.ami")) {
			ManagerBuilder right = builder();
			ManagerBuilder wrong = builder().credentials("admin", "wrongword");
			use(plain ? right.plainLogin() : right);
			this.manager.connect();
			this.manager.sendAction(new PingAction());
			texts.addAll(List.of(right.toString(), this.manager.toString(), this.manager.status().toString()));
			this.asterisk.dropConnections();
			await().atMost(PATIENCE).until(() -> this.manager.status().connects() == 2);
			use(plain ? wrong.plainLogin() : wrong);
			ManagerException refusal = catchThrowableOfType(ManagerException.class, this.manager::connect);
			for (Throwable ex = refusal; ex != null; ex = ex.getCause()) {
				texts.add(ex.toString());
			}
			texts.add(AmiAction.named("Login").with("Username", "admin").with("Secret", "wordpass").toString());
			texts.add(new Credentials("admin", "wordpass").toString());
			texts.addAll(log.texts());
		}
		assertThat(texts).hasSizeGreaterThan(6)
			.noneMatch((text) -> text.contains("wordpass") || text.contains("wrongword"));
	}

	@Test
	void noTextHoldsALineThatThePeerHasMadeUp() throws Exception {
		List<String> texts = new ArrayList<>();
		try (LogCapture log = new LogCapture("io.pystrix.ami"); ScriptedPeer peer = new ScriptedPeer((self, socket) -> {
			self.write(socket, "Asterisk\u001b[2J\u0007\r\n");
			self.write(socket, "Event: E\r\nChannel: " + FORGED + "\r\n\r\n");
			self.write(socket, "Response: Error\r\nActionID: nobody\r\nMessage: " + FORGED + "\r\n\r\n");
			self.write(socket, "Response: Error\r\nActionID: own\r\nMessage: " + FORGED + "\r\n\r\n");
			self.rest();
		})) {
			use(Manager.builder().host("127.0.0.1").port(peer.port()).actionTimeout(Duration.ofSeconds(1)));
			this.manager.registerCallback(AmiEvent.class, (event, m) -> {
				texts.add(event.get("Channel") + "");
				throw new IllegalStateException("by intent");
			});
			this.manager.connect();
			await().atMost(PATIENCE).until(() -> log.texts().contains("by intent"));
			AmiResponse response = new AmiResponse(AmiHeaders.parse("Response: Error", "Message: " + FORGED));
			assertThatExceptionOfType(ManagerException.class).isThrownBy(() -> {
				throw new ActionFailedException(new PingAction(), response);
			}).satisfies((ex) -> assertHarmless(String.valueOf(ex.getMessage())));
			assertThat(response.toString().split("\r\n")).hasSize(2).allSatisfy(AmiLogTests::assertHarmless);
			assertThat(log.texts()).anyMatch((text) -> text.contains("Asterisk\\u001b"))
				.allSatisfy(AmiLogTests::assertHarmless);
		}
		assertThat(texts).containsExactly(FORGED);
	}

	private static void assertHarmless(String text) {
		assertThat(text.chars()).allMatch((c) -> c >= ' ' && c != 127);
	}

}
