package io.pystrix.agi.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiSighupException;
import io.pystrix.agi.ScriptOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class ProcessAgiTests {

	private final PipedInputStream commands = new PipedInputStream();

	private final PipedOutputStream replies = new PipedOutputStream();

	private final ProcessAgi process = new ProcessAgi(new PipedInputStream(this.replies),
			new PipedOutputStream(this.commands), StandardCharsets.UTF_8);

	ProcessAgiTests() throws IOException {
	}

	@Test
	void aScriptRunsOverStreams() throws IOException {
		send("agi_request: /bin/script\nagi_arg_1: one\n\n");
		CompletableFuture<ScriptOutcome> outcome = CompletableFuture
			.supplyAsync(() -> this.process.serve((agi, request) -> {
				agi.verbose(request.path() + request.args());
				agi.answer();
			}));
		assertThat(line()).isEqualTo("VERBOSE \"/[one]\" 1");
		send("200 result=1\n");
		assertThat(line()).isEqualTo("ANSWER");
		send("200 result=0\n");
		assertThat(outcome.join()).isEqualTo(ScriptOutcome.COMPLETED);
	}

	@Test
	void sighupFailsTheNextCommandAndEndsTheScriptQuietly() throws IOException {
		send("agi_request: /bin/script\n\n");
		ScriptOutcome outcome = this.process.serve((agi, request) -> {
			this.process.sighup();
			assertThat(agi.isHungUp()).isTrue();
			assertThatExceptionOfType(AgiSighupException.class).isThrownBy(agi::answer);
			throw new AgiSighupException("again");
		});
		assertThat(outcome).isEqualTo(ScriptOutcome.HANGUP);
	}

	@Test
	void aFailureIsToldToTheDialplan() throws IOException {
		send("agi_request: /bin/script\n\n");
		CompletableFuture<ScriptOutcome> outcome = CompletableFuture
			.supplyAsync(() -> this.process.serve((agi, request) -> {
				throw new IllegalStateException("by intent");
			}));
		assertThat(line()).isEqualTo("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"");
		send("200 result=1\n");
		assertThat(outcome.join()).isEqualTo(ScriptOutcome.FAILED);
	}

	@Test
	void withoutAsteriskThereIsNoCall() {
		ProcessAgi alone = new ProcessAgi(new ByteArrayInputStream(new byte[0]), System.err, StandardCharsets.UTF_8);
		assertThatExceptionOfType(AgiPipeClosedException.class).isThrownBy(() -> alone.serve((agi, request) -> {
		}));
	}

	@Test
	void theSignalCanBeListenedTo() {
		assertThat(Sighup.onSignal(() -> {
		})).isTrue();
	}

	private void send(String text) throws IOException {
		this.replies.write(text.getBytes(StandardCharsets.UTF_8));
		this.replies.flush();
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = this.commands.read(); c != '\n'; c = this.commands.read()) {
			line.append((char) c);
		}
		return line.toString();
	}

}
