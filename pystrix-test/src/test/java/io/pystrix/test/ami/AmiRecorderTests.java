package io.pystrix.test.ami;

import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AmiRecorder}; the Asterisk behind it is a simulator.
 */
@Timeout(120)
class AmiRecorderTests {

	@TempDir
	private Path folder;

	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "wordpass").build();

	@BeforeEach
	void start() {
		this.asterisk.start();
	}

	@AfterEach
	void stop() {
		this.asterisk.close();
	}

	@Test
	void writesWhatAsteriskSendsByteByByte() throws Exception {
		try (AmiRecorder recorder = recorder().start(); AmiClient client = AmiClient.loggedIn(recorder.address())) {
			this.asterisk.faults().garbage(new byte[] { 'X', ':', (byte) 0xe9, '\r', '\n', '\r', '\n' });
			this.asterisk.faults().truncate(AmiFrame.event("Hangup").with("Channel", "PJSIP/1"), 20);
			assertThat(client.read()).containsExactly("X:\ufffd");
			assertThat(client.read()).containsExactly("Event: Hangup", "Chann");
			assertThat(client.readLine()).isNull();
			recorder.stop();
			assertThat(recorder.files()).containsExactly(this.folder.resolve("ami-1.raw"));
			assertThat(Files.readString(recorder.files().get(0), StandardCharsets.ISO_8859_1))
				.startsWith("Asterisk Call Manager/11.0.0\r\nResponse: Success\r\n")
				.endsWith("Status: Fully Booted\r\n\r\nX:\u00e9\r\n\r\nEvent: Hangup\r\nChann");
		}
	}

	@Test
	void whatWasRecordedCanBeReplayed() throws Exception {
		try (AmiRecorder recorder = recorder().start()) {
			try (AmiClient client = AmiClient.loggedIn(recorder.address())) {
				this.asterisk.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all").with("Channel", "A/1"));
				client.read();
				client.exchange("Action: Getvar", "Variable: X", "ActionID: recorded");
			}
			recorder.stop();
			AmiTrace trace = AmiTrace.read(recorder.files().get(0));
			assertThat(trace.events()).singleElement()
				.hasToString("Event: Hangup\r\nPrivilege: call,all\r\nChannel: A/1\r\n\r\n");
			this.asterisk.replay(trace).nextSession();
			try (AmiClient client = AmiClient.loggedIn(this.asterisk.address())) {
				assertThat(client.read()).contains("Channel: A/1");
				assertThat(client.exchange("Action: Any", "ActionID: own")).containsExactly("Response: Success",
						"ActionID: own", "Variable: X", "Value: ");
			}
		}
	}

	@Test
	void eachConnectionHasAFileOfItsOwn() throws Exception {
		try (AmiRecorder recorder = recorder().start();
				AmiClient first = AmiClient.loggedIn(recorder.address());
				AmiClient second = AmiClient.loggedIn(recorder.address())) {
			first.exchange("Action: Ping");
			second.exchange("Action: Logoff");
			assertThat(second.readLine()).isNull();
			recorder.stop();
			assertThat(first.readLine()).isNull();
			assertThat(recorder.files()).hasSize(2);
			assertThat(recorder.files().get(0)).content().contains("Ping: Pong").doesNotContain("Goodbye");
			assertThat(recorder.files().get(1)).content().contains("Goodbye").doesNotContain("Pong");
		}
	}

	@Test
	void secretsAreNotWritten() throws Exception {
		this.asterisk.on("GetConfig")
			.answer(AmiAnswer.of(AmiFrame.response("Success")
				.with("Line-000000-000000", "secret = hidden1")
				.with("Line-000000-000001", "host=visible")
				.with("JSON", "{\"password\":\"hidden2\",\"user\":\"visible\"}")
				.with("Password", "hidden3")
				.with("Echo", "the wordpass of admin")
				.with("CallerIDNum", "+49 221 hidden4")
				.with("Other", "a hidden5 b")
				.with("UsingPassword", "1")
				.with("Name", "visible")));
		this.asterisk.variable("", "API_TOKEN", "hidden6");
		try (AmiRecorder recorder = recorder().mask("hidden5").mask(Pattern.compile("\\+49[ \\w]+")).start();
				AmiClient client = AmiClient.loggedIn(recorder.address())) {
			assertThat(client.exchange("Action: GetConfig")).contains("Password: hidden3", "Other: a hidden5 b");
			assertThat(client.exchange("Action: Getvar", "Variable: API_TOKEN")).contains("Value: hidden6");
			assertThat(client.exchange("Action: Challenge", "AuthType: MD5")).last().asString().matches(".*\\d");
			recorder.stop();
			assertThat(recorder.files().get(0)).content()
				.doesNotContain("hidden", "wordpass")
				.contains("Line-000000-000000: secret = ********\r\n", "host=visible", "\"user\":\"visible\"",
						"Password: ********\r\n", "Echo: the ******** of admin", "CallerIDNum: ********\r\n",
						"Other: a ******** b", "UsingPassword: 1", "Name: visible", "Value: ********\r\n",
						"Challenge: ********\r\n");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> recorder().mask(""));
	}

	@Test
	void aPortThatIsInUseIsAClearError() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, this.asterisk.address().getAddress())) {
			assertThatExceptionOfType(UncheckedIOException.class)
				.isThrownBy(() -> recorder().port(taken.getLocalPort()).start())
				.withMessageContaining(String.valueOf(taken.getLocalPort()));
		}
	}

	@Test
	void aClientIsClosedWhenAsteriskCannotBeReached() throws Exception {
		try (AmiRecorder recorder = recorder().start()) {
			this.asterisk.stop();
			try (AmiClient client = new AmiClient(recorder.address())) {
				assertThat(client.readLine()).isNull();
			}
			assertThat(recorder.files()).isEmpty();
			this.asterisk.start();
			AmiClient.loggedIn(recorder.address()).close();
			await().until(() -> this.asterisk.sessions() == 0);
		}
	}

	private AmiRecorder.Builder recorder() {
		return AmiRecorder.of("127.0.0.1", this.asterisk.port()).folder(this.folder);
	}

}
