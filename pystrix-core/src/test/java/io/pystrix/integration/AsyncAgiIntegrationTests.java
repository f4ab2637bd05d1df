package io.pystrix.integration;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiUnknownResponseException;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.HangupAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@RealAsterisk.Required
@Timeout(120)
class AsyncAgiIntegrationTests extends ActionsSupport {

	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	private final Manager own = RealAsterisk.builder().build();

	private AsyncAgiServer server;

	private AgiCalls calls;

	@BeforeEach
	void start() {
		this.server = AsyncAgiServer.builder(this.own).build();
		this.server.start();
		this.own.connect();
		this.calls = new AgiCalls(this.manager);
	}

	@AfterEach
	void stop() {
		this.server.close();
		this.own.close();
	}

	@Test
	void scriptRunsOverTheManagersConnection() throws Exception {
		this.server.scripts().register("demo", (agi, request) -> {
			agi.answer();
			agi.setVariable("GREETING", "a+b (c) 100%");
			agi.streamFile("beep");
			agi.setVariable("TOLD", request.args().get(0) + " " + agi.getVariable("GREETING").orElse("none"));
		});
		CompletableFuture<AgiCalls.Ended> call = this.calls.call("async-demo", Map.of("ARGUMENT", "second"));
		assertThat(soon(call)).isEqualTo(new AgiCalls.Ended("SUCCESS", "", "second a+b (c) 100%"));
		await().atMost(RealAsterisk.PATIENCE).until(() -> this.server.status().activeCalls() == 0);
		assertThat(this.server.status().totalCalls()).isOne();
	}

	@Test
	void environmentAndValuesOfMoreThanOneEvent() throws Exception {
		String argument = "b".repeat(900);
		this.server.scripts().register("demo", (agi, request) -> {
			this.told.add(request.args().get(0));
			agi.setVariable("LONG", "c".repeat(900));
			this.told.add(agi.getFullVariable("${LONG}${LONG}${LONG}${LONG}").orElse("none"));
			agi.setVariable("UMLAUTS", "\u00e4".repeat(400));
			assertThatExceptionOfType(AgiUnknownResponseException.class).isThrownBy(() -> agi.getVariable("UMLAUTS"));
			agi.setVariable("SHORT", "short");
			this.told.add(agi.getVariable("SHORT").orElse("none"));
		});
		CompletableFuture<AgiCalls.Ended> call = this.calls.call("async-demo", Map.of("ARGUMENT", argument));
		assertThat(next()).isEqualTo(argument);
		assertThat(next()).isEqualTo("c".repeat(3600));
		assertThat(next()).isEqualTo("short");
		assertThat(soon(call)).isEqualTo(new AgiCalls.Ended("SUCCESS", "", ""));
	}

	@Test
	void aFailedCommandEndsTheSession() throws Exception {
		this.server.scripts().register("demo", (agi, request) -> {
			tellFailure(agi, () -> agi.streamFile("nofile"));
			tellFailure(agi, agi::noop);
		});
		CompletableFuture<AgiCalls.Ended> call = this.calls.call("async-demo");
		assertThat(next()).isEqualTo("AgiApplicationException false");
		assertThat(next()).isEqualTo("AgiApplicationException false");
		assertThat(soon(call).status()).isEqualTo("FAILURE");
	}

	@Test
	void aCallerWhoHangsUpDuringAPromptOrInBetween() throws Exception {
		this.server.scripts().register("prompt", (agi, request) -> {
			this.told.add(agi.environment().channel());
			tellFailure(agi, () -> agi.streamFile("demo-congrats"));
			tellFailure(agi, agi::noop);
		});
		this.server.scripts().register("idle", (agi, request) -> {
			this.told.add(agi.environment().channel());
			await().atMost(RealAsterisk.PATIENCE).until(agi::isHungUp);
			tellFailure(agi, agi::noop);
		});
		this.manager.registerCallback("AGIExecStart", (event, m) -> {
			if (String.valueOf(event.get("Command")).startsWith("STREAM FILE")) {
				m.exchange(new HangupAction(farHalfOf(String.valueOf(event.get("Channel")))));
			}
		});
		this.calls.call("async-prompt");
		assertThat(next()).startsWith("Local/");
		assertThat(next()).isEqualTo("AgiResultHangupException true");
		assertThat(next()).isEqualTo("AgiPipeClosedException true");
		this.calls.call("async-idle");
		this.manager.exchange(new HangupAction(farHalfOf(next())));
		assertThat(next()).isEqualTo("AgiPipeClosedException true");
	}

	@Test
	void aConnectionThatComesBackSendsTheCallsOn() throws Exception {
		this.server.scripts().register("demo", (agi, request) -> {
			this.told.add("waits");
			tellFailure(agi, () -> agi.waitForDigit(Duration.ofSeconds(2)));
		});
		CompletableFuture<AgiCalls.Ended> call = this.calls.call("async-demo");
		assertThat(next()).isEqualTo("waits");
		this.own.disconnect();
		assertThat(next()).isEqualTo("AgiPipeClosedException true");
		this.own.connect();
		assertThat(soon(call)).isEqualTo(new AgiCalls.Ended("SUCCESS", "FAILURE", ""));
	}

	@Test
	void aServerThatStopsSendsTheCallsOn() throws Exception {
		this.server.scripts().register("demo", (agi, request) -> {
			this.told.add("waits");
			agi.waitForDigit(Duration.ofSeconds(2));
		});
		CompletableFuture<AgiCalls.Ended> call = this.calls.call("async-demo");
		assertThat(next()).isEqualTo("waits");
		this.server.stop(Duration.ZERO);
		assertThat(soon(call).status()).isEqualTo("SUCCESS");
	}

	private void tellFailure(Agi agi, Runnable command) {
		try {
			command.run();
			this.told.add("done");
		}
		catch (AgiException ex) {
			this.told.add(ex.getClass().getSimpleName() + " " + agi.isHungUp());
		}
	}

	private static String farHalfOf(String channel) {
		return channel.endsWith(";1") ? channel.replaceFirst(";1$", ";2") : channel.replaceFirst(";2$", ";1");
	}

	private String next() throws InterruptedException {
		String next = this.told.poll(RealAsterisk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(next).as("what the script tells").isNotNull();
		return next;
	}

}
