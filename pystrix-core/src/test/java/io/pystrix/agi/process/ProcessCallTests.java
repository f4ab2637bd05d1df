package io.pystrix.agi.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiDeadChannelException;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiListener;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.AgiSighupException;
import io.pystrix.agi.AgiTimeoutException;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.SetupEnv;
import io.pystrix.agi.SetupEnv.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class ProcessCallTests {

	private static final String FORGED = new SetupEnv(Kind.PROCESS, null)
		.with("agi_calleridname", "x\nagi_threadid: 1\nagi_arg_1: admin")
		.text();

	private final PipedInputStream commands = new PipedInputStream();

	private final PipedOutputStream replies = new PipedOutputStream();

	private final ScriptRegistry scripts = new ScriptRegistry();

	private final ProcessAgiBuilder builder = ProcessAgi.builder().scripts(this.scripts);

	private final InputStream in;

	private final OutputStream out;

	ProcessCallTests() throws IOException {
		this.in = new PipedInputStream(this.replies);
		this.out = new PipedOutputStream(this.commands);
	}

	@Test
	void aScriptRunsOverStreams() throws IOException {
		this.scripts.registerDefault((agi, request) -> {
			agi.verbose(request.path() + request.args());
			agi.answer();
		});
		send("agi_request: script.sh\nagi_arg_1: one\nagi_arg_2: two\n\n");
		CompletableFuture<ScriptOutcome> outcome = serve();
		assertThat(line()).isEqualTo("VERBOSE \"one[one, two]\" 1");
		send("200 result=1\n");
		assertThat(line()).isEqualTo("ANSWER");
		send("200 result=0\n");
		assertThat(outcome.join()).isEqualTo(ScriptOutcome.COMPLETED);
	}

	@Test
	void theFirstArgumentChoosesTheScript() throws IOException {
		this.scripts.register("queue/(\\w+)$", (agi, request) -> assertThat(request.group(1)).isEqualTo("sales"));
		this.scripts.registerDefault((agi, request) -> assertThat(request.path()).isEqualTo("queue/sales"));
		send("agi_request: script.sh\nagi_arg_1: queue/sales?lang=en\n\n");
		assertThat(serve().join()).isEqualTo(ScriptOutcome.COMPLETED);
	}

	@Test
	void withoutArgumentsThePathIsASlash() throws IOException {
		this.scripts.registerDefault((agi, request) -> assertThat(request.path()).isEqualTo("/"));
		send("agi_request: script.sh\n\n");
		assertThat(serve().join()).isEqualTo(ScriptOutcome.COMPLETED);
	}

	@Test
	void theDialplanIsToldThatThereIsNoScript() throws IOException {
		this.builder.statusVariable("STATUS");
		send("agi_request: script.sh\n\n");
		CompletableFuture<ScriptOutcome> outcome = serve();
		assertThat(line()).isEqualTo("SET VARIABLE \"STATUS\" \"NOTFOUND\"");
		send("200 result=1\n");
		assertThat(outcome.join()).isEqualTo(ScriptOutcome.NOT_FOUND);
	}

	@Test
	void aFailureIsToldToTheDialplan() throws IOException {
		this.builder.handler((agi, request) -> {
			throw new IllegalStateException("by intent");
		});
		send("agi_request: script.sh\n\n");
		CompletableFuture<ScriptOutcome> outcome = serve();
		assertThat(line()).isEqualTo("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"");
		send("200 result=1\n");
		assertThat(outcome.join()).isEqualTo(ScriptOutcome.FAILED);
	}

	@Test
	void commandThatIsNotAnsweredInTimeIsAFailure() throws IOException {
		this.builder.commandTimeout(Duration.ofMillis(50)).handler((agi, request) -> {
			agi.answer();
			assertThatExceptionOfType(AgiTimeoutException.class).isThrownBy(agi::noop);
			agi.hangup();
		});
		send("agi_request: script.sh\n\n");
		CompletableFuture<ScriptOutcome> outcome = serve();
		assertThat(line()).isEqualTo("ANSWER");
		send("200 result=0\n");
		assertThat(line()).isEqualTo("NOOP");
		assertThat(outcome.join()).isEqualTo(ScriptOutcome.FAILED);
		assertThat(line()).isEqualTo("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"");
		assertThat(line()).isEqualTo("failure");
	}

	@Test
	void endOfTheInputIsNoticedBeforeTheCommandTimeout() throws IOException {
		this.builder.commandTimeout(Duration.ofHours(1)).handler((agi, request) -> agi.answer());
		send("agi_request: script.sh\n\n");
		CompletableFuture<ScriptOutcome> outcome = serve();
		assertThat(line()).isEqualTo("ANSWER");
		this.replies.close();
		assertThat(outcome.join()).isEqualTo(ScriptOutcome.HANGUP);
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1 })
	void commandTimeoutIsPositive(long millis) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.commandTimeout(Duration.ofMillis(millis)));
	}

	@Test
	void interceptorsAndListenersAreTold() throws IOException {
		List<String> told = new CopyOnWriteArrayList<>();
		this.scripts.registerDefault((agi, request) -> agi.noop());
		this.scripts.addInterceptor((agi, request, next) -> {
			told.add("intercepted");
			next.handle(agi, request);
		});
		this.builder.listener(new AgiListener() {

			@Override
			public void callStarted(AgiRequest request) {
				told.add("started");
			}

			@Override
			public void commandExecuted(AgiRequest request, AgiCommand<?> command, Duration duration,
					@Nullable AgiException failure) {
				told.add(command.line());
			}

			@Override
			public void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration,
					@Nullable Throwable failure) {
				told.add("ended " + outcome);
			}

		});
		send("agi_request: script.sh\n\n");
		this.builder.charset(StandardCharsets.ISO_8859_1);
		serve();
		assertThat(line()).isEqualTo("NOOP");
		send("200 result=0\n");
		await()
			.untilAsserted(() -> assertThat(told).containsExactly("started", "intercepted", "NOOP", "ended COMPLETED"));
	}

	@Test
	void sighupFailsTheNextCommandOnceAndEndsTheScriptQuietly() throws IOException {
		ProcessCall call = this.builder.call();
		List<String> told = new CopyOnWriteArrayList<>();
		this.scripts.registerDefault((agi, request) -> {
			agi.onHangup(() -> told.add("callback"));
			call.sighup();
			call.sighup();
			assertThat(agi.isHungUp()).isTrue();
			assertThatExceptionOfType(AgiSighupException.class).isThrownBy(agi::answer);
			assertThat(agi.getVariable("A")).hasValue("1");
			agi.answer();
		});
		send("agi_request: script.sh\n\n");
		CompletableFuture<ScriptOutcome> outcome = CompletableFuture.supplyAsync(() -> call.serve(this.in, this.out));
		assertThat(line()).isEqualTo("GET VARIABLE \"A\"");
		send("200 result=1 (1)\n");
		assertThat(line()).isEqualTo("ANSWER");
		send("511 Command Not Permitted on a dead channel or intercept routine\n");
		assertThat(outcome.join()).isEqualTo(ScriptOutcome.HANGUP);
		assertThat(told).containsExactly("callback");
	}

	@Test
	void sighupBehindAReplyThatHasToldIsNotToldAgain() throws IOException {
		ProcessCall call = this.builder.call();
		this.scripts.registerDefault((agi, request) -> {
			assertThatExceptionOfType(AgiDeadChannelException.class).isThrownBy(agi::answer);
			agi.noop();
		});
		send("agi_request: script.sh\n\n");
		CompletableFuture<ScriptOutcome> outcome = CompletableFuture.supplyAsync(() -> call.serve(this.in, this.out));
		assertThat(line()).isEqualTo("ANSWER");
		call.sighup();
		send("511 Command Not Permitted on a dead channel or intercept routine\n");
		assertThat(line()).isEqualTo("NOOP");
		send("200 result=0\n");
		assertThat(outcome.join()).isEqualTo(ScriptOutcome.COMPLETED);
	}

	@Test
	void aForgedCallIsRefused() throws IOException {
		this.scripts.registerDefault((agi, request) -> agi.verbose("served"));
		send(FORGED);
		CompletableFuture<ScriptOutcome> outcome = serve();
		assertThat(line()).isEqualTo("failure");
		assertThat(outcome.join()).isEqualTo(ScriptOutcome.FAILED);
	}

	@Test
	void aForgedCallMayBeAccepted() throws IOException {
		this.builder.acceptForgedEnvironment(true);
		this.scripts.registerDefault((agi, request) -> agi.verbose(request.path() + request.environment().forged()));
		send(FORGED);
		CompletableFuture<ScriptOutcome> outcome = serve();
		assertThat(line()).isEqualTo("VERBOSE \"/[agi_threadid, agi_arg_1]\" 1");
		send("200 result=1\n");
		assertThat(outcome.join()).isEqualTo(ScriptOutcome.COMPLETED);
	}

	@Test
	void thereIsNoAudioWithoutEagi() throws IOException {
		this.scripts
			.registerDefault((agi, request) -> assertThatIllegalStateException().isThrownBy(() -> ProcessAgi.audio(agi))
				.withMessageContaining("EAGI()"));
		send("agi_request: script.sh\nagi_enhanced: 0.0\n\n");
		assertThat(serve().join()).isEqualTo(ScriptOutcome.COMPLETED);
	}

	@Test
	void withoutAsteriskThereIsNoCall() {
		ProcessCall call = this.builder.call();
		assertThatExceptionOfType(AgiPipeClosedException.class)
			.isThrownBy(() -> call.serve(new ByteArrayInputStream(new byte[0]), System.err));
	}

	private CompletableFuture<ScriptOutcome> serve() {
		ProcessCall call = this.builder.call();
		return CompletableFuture.supplyAsync(() -> call.serve(this.in, this.out));
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
