package io.pystrix.ami;

import java.util.List;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class WireLogTests extends ManagerTestSupport {

	private static final String LOGGER = "io.pystrix.ami.wire";

	@Test
	void everyMessageOfBothDirectionsIsALine() {
		try (LogCapture log = new LogCapture(LOGGER)) {
			this.manager.connect();
			this.manager.sendAction(new PingAction());
			this.asterisk.faults().garbage("plain \u001b[1m text\r\n\r\n");
			this.asterisk.broadcast(AmiFrame.event("Own").with("Channel", "a").with("Text", "x\nEvent: Forged"));
			String peer = "127.0.0.1:" + this.asterisk.port();
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(log.at(Level.TRACE)).contains(peer + " < plain \\u001b[1m text")
					.anyMatch((line) -> line.startsWith(peer + " < Event: Own | ")
							&& line.endsWith("Channel: a | Text: x\\nEvent: Forged")));
			this.manager.close();
			assertThat(log.at(Level.TRACE)).anyMatch((line) -> line.startsWith(peer + " < Asterisk Call Manager/"))
				.anyMatch((line) -> line.startsWith(peer + " > Action: Challenge | ActionID: "))
				.anyMatch((line) -> line.startsWith(peer + " > Action: Ping | ActionID: "))
				.anyMatch((line) -> line.startsWith(peer + " < Response: Success | ") && line.contains("Ping: Pong"))
				.contains(peer + " > Action: Logoff");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void secretsAndChosenHeadersAreMasked(boolean plain) {
		ManagerBuilder builder = builder().wireLogMaskedNames(List.of("calleridnum", "Exten"));
		use(plain ? builder.plainLogin() : builder);
		this.asterisk.on("Getvar",
				(request) -> AmiAnswer.of(AmiFrame.response("Success")
					.with("ActionID", String.valueOf(request.actionId()))
					.with("Variable", "DB_PASSWORD")
					.with("Value", "hush")));
		try (LogCapture log = new LogCapture(LOGGER)) {
			this.manager.connect();
			this.manager.sendAction(AmiAction.named("Setvar").with("Variable", "PIN").with("Value", "4711"));
			this.manager.sendAction(AmiAction.named("Getvar").with("Variable", "DB_PASSWORD"));
			this.manager.exchange(AmiAction.named("DBGet").with("Key", "not-a-secret").with("Exten", "112"));
			this.asterisk.broadcast(AmiFrame.event("Own").with("CallerIDNum", "0123").with("Last", "yes"));
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(log.at(Level.TRACE)).anyMatch((line) -> line.contains("Last: yes")));
			assertThat(log.at(Level.TRACE)).anyMatch((line) -> line.contains("Action: Login"))
				.anyMatch((line) -> line.contains("Key: not-a-secret | Exten: ******"))
				.anyMatch((line) -> line.contains("Variable: PIN | Value: ******"))
				.anyMatch((line) -> line.contains("CallerIDNum: ******"))
				.noneMatch((line) -> line.contains("wordpass") || line.contains("4711") || line.contains("hush")
						|| line.contains("0123") || line.contains("112"))
				.noneMatch((line) -> line.contains("Login") && line.matches(".*(Key|Secret): [^*].*"));
		}
	}

	@Test
	void hugeMessageIsCut() {
		try (LogCapture log = new LogCapture(LOGGER)) {
			this.manager.connect();
			this.asterisk.broadcast(AmiFrame.event("Own").with("Value", "x".repeat(100_000)));
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(log.at(Level.TRACE)).anyMatch((line) -> line.endsWith("bytes)")));
			assertThat(log.at(Level.TRACE)).allMatch((line) -> line.length() < 17_000);
		}
	}

	@Test
	void loggingMayBeSwitchedOnWhileConnected() {
		this.manager.connect();
		try (LogCapture log = new LogCapture(LOGGER)) {
			this.manager.sendAction(new PingAction());
			// FullyBooted may come at any time
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(log.at(Level.TRACE)).anyMatch((line) -> line.contains("> Action: Ping"))
					.anyMatch((line) -> line.contains("< Response: Success") && line.contains("Ping: Pong")));
		}
	}

}
