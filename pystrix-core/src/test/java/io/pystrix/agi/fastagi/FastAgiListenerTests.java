package io.pystrix.agi.fastagi;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiInvalidCommandException;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class FastAgiListenerTests {

	private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();

	@Test
	void everyCommandIsToldWithItsFailure() throws Exception {
		try (FastAgiServer server = started(FastAgiServer.builder())) {
			server.scripts().register("demo", (agi, request) -> {
				agi.noop();
				assertThat(agi.databaseGet("family", "key")).isEmpty();
				agi.exec("NoSuchApplication");
			});
			try (RawCaller caller = RawCaller.call(server, "demo")) {
				caller.expect("NOOP").send("200 result=0\n");
				caller.expect("DATABASE GET \"family\" \"key\"").send("200 result=0\n");
				caller.expect("EXEC \"NoSuchApplication\"").send("200 result=-2\n");
				caller.expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"").send("200 result=1\n").expectEnd();
			}
			assertThat(this.notes.take()).isEqualTo("started demo");
			assertThat(this.notes.take()).isEqualTo("demo: NOOP");
			assertThat(this.notes.take()).isEqualTo("demo: DATABASE GET \"family\" \"key\"");
			assertThat(this.notes.take()).isEqualTo("demo: EXEC \"NoSuchApplication\" AgiApplicationException");
			assertThat(this.notes.take()).startsWith("demo: SET VARIABLE");
			assertThat(this.notes.take()).isEqualTo("ended demo FAILED AgiApplicationException");
		}
	}

	@Test
	void aCommandIsToldBeforeItIsAnsweredAndItsReplyWhateverItsCode() throws Exception {
		try (FastAgiServer server = FastAgiServer.builder().port(0).listener(new Dialogue()).build()) {
			server.start();
			server.scripts().registerDefault((agi, request) -> {
				agi.noop();
				assertThatExceptionOfType(AgiInvalidCommandException.class)
					.isThrownBy(() -> agi.execute(AgiCommand.of("WRONG")));
				agi.noop();
			});
			try (RawCaller caller = RawCaller.call(server, "demo")) {
				caller.expect("NOOP");
				assertThat(this.notes.take()).isEqualTo("> NOOP");
				assertThat(this.notes).isEmpty();
				caller.send("200 result=0\n");
				assertThat(this.notes.take()).isEqualTo("< 200 result=0");
				caller.expect("WRONG").send("510 Invalid or unknown command\n").expect("NOOP");
			}
			assertThat(this.notes.take()).isEqualTo("> WRONG");
			assertThat(this.notes.take()).isEqualTo("< 510 Invalid or unknown command");
			assertThat(this.notes.take()).isEqualTo("> NOOP");
			assertThat(this.notes.take()).as("no reply came").isEqualTo("ended");
		}
	}

	@Test
	void aRefusalIsToldWithItsReason() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		try (FastAgiServer server = started(FastAgiServer.builder().maxCalls(1))) {
			server.scripts().registerDefault((agi, request) -> release.await());
			try (RawCaller first = RawCaller.call(server, "x")) {
				assertThat(this.notes.take()).isEqualTo("started x");
				try (RawCaller second = RawCaller.call(server, "x")) {
					second.expect("failure").expectEnd();
				}
				assertThat(this.notes.take()).isEqualTo("refused FULL");
				release.countDown();
				first.expectEnd();
			}
		}
		try (FastAgiServer server = started(FastAgiServer.builder().allowedClients("192.0.2.0/24"))) {
			try (RawCaller stranger = RawCaller.call(server, "x")) {
				stranger.expect("failure").expectEnd();
			}
			assertThat(this.notes.take()).isEqualTo("ended x COMPLETED");
			assertThat(this.notes.take()).isEqualTo("refused NOT_ALLOWED");
			assertThat(server.status().refusedCalls()).isEqualTo(1);
			assertThat(server.status().refusedCalls(RefusalReason.NOT_ALLOWED)).isEqualTo(1);
			assertThat(server.status().refusedCalls(RefusalReason.FULL)).isZero();
		}
	}

	@Test
	void aCallThatWaitsIsRefusedWhenTheServerStops() throws Exception {
		FastAgiServer server = started(FastAgiServer.builder().maxCalls(1).whenFull(WhenFull.QUEUE));
		server.scripts().registerDefault((agi, request) -> agi.noop());
		try (RawCaller first = RawCaller.call(server, "x")) {
			first.expect("NOOP");
			assertThat(this.notes.take()).isEqualTo("started x");
			try (RawCaller second = RawCaller.call(server, "x")) {
				await().until(() -> server.status().queuedCalls() == 1);
				server.close();
				second.expect("failure").expectEnd();
			}
		}
		assertThat(this.notes.take()).isEqualTo("refused STOPPING");
	}

	private FastAgiServer started(FastAgiServerBuilder builder) {
		FastAgiServer server = builder.port(0).listener(new Notes()).build();
		server.start();
		return server;
	}

	private final class Dialogue implements FastAgiListener {

		@Override
		public void commandStarted(AgiRequest request, AgiCommand<?> command) {
			FastAgiListenerTests.this.notes.add("> " + command);
		}

		@Override
		public void commandReplied(AgiRequest request, AgiCommand<?> command, AgiReply reply) {
			FastAgiListenerTests.this.notes.add("< " + reply.text());
		}

		@Override
		public void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration,
				@Nullable Throwable failure) {
			FastAgiListenerTests.this.notes.add("ended");
		}

	}

	private final class Notes implements FastAgiListener {

		@Override
		public void callStarted(AgiRequest request) {
			add("started " + request.path());
		}

		@Override
		public void commandExecuted(AgiRequest request, AgiCommand<?> command, Duration duration,
				@Nullable AgiException failure) {
			assertThat(duration).isPositive();
			add(request.path() + ": " + command.line()
					+ ((failure instanceof AgiApplicationException) ? " AgiApplicationException" : ""));
		}

		@Override
		public void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration,
				@Nullable Throwable failure) {
			add("ended " + request.path() + " " + outcome
					+ ((failure != null) ? " " + failure.getClass().getSimpleName() : ""));
		}

		@Override
		public void callRefused(@Nullable SocketAddress remoteAddress, RefusalReason reason) {
			add("refused " + reason);
		}

		private void add(String note) {
			FastAgiListenerTests.this.notes.add(note);
		}

	}

}
