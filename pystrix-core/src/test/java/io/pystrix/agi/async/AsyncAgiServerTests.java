package io.pystrix.agi.async;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiListener;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.AgiUnknownResponseException;
import io.pystrix.agi.SetupEnv;
import io.pystrix.agi.SetupEnv.Kind;
import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class AsyncAgiServerTests extends AsyncAgiSupport {

	@Override
	AsyncAgiServerBuilder configure(AsyncAgiServerBuilder builder) {
		return builder.maxCalls(2).defaultPath("lobby?x=1").commandTimeout(PATIENCE).listener(new AgiListener() {

			@Override
			public void callStarted(AgiRequest request) {
				AsyncAgiServerTests.this.told.add("started " + request.path());
			}

		});
	}

	@Test
	void theFirstArgumentIsTheAddress() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1 (a+b))");
		this.scripts.addInterceptor((agi, request, next) -> {
			this.told.add("intercepted");
			next.handle(agi, request);
		});
		this.scripts.register("demo/(\\d+)", (agi, request) -> this.told
			.add(request.args() + request.group(1) + request.parameter("l") + agi.getVariable("X").orElse("none")));
		asterisk.enter("1.1", "demo/7?l=d%20e", "a+b c", "");
		assertThat(next()).isEqualTo("started demo/7");
		assertThat(next()).isEqualTo("intercepted");
		assertThat(next()).isEqualTo("[a+b c, ]7d ea+b)");
		awaitCommands("GET VARIABLE \"X\"", "ASYNCAGI BREAK");
		awaitNoCalls();
		assertThat(this.server.status().totalCalls()).isOne();
	}

	@Test
	void anArgumentThatFindsNoScriptIsOneOfTheDefaultScript() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=0");
		this.scripts.registerDefault((agi, request) -> this.told.add(request.path() + request.args()));
		asterisk.enter("1.1", "first", "second");
		assertThat(next()).isEqualTo("started first");
		assertThat(next()).isEqualTo("first[first, second]");
	}

	@Test
	void withoutArgumentsTheDefaultScriptIsRun() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=0");
		this.scripts.register("lobby", (agi, request) -> this.told.add(request.parameter("x") + request.args()));
		asterisk.enter("1.1");
		assertThat(next()).isEqualTo("started lobby");
		assertThat(next()).isEqualTo("1[]");
	}

	@Test
	void aMissingScriptIsToldToTheDialplan() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1");
		asterisk.enter("1.1", "nowhere");
		awaitCommands("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"NOTFOUND\"", "ASYNCAGI BREAK");
	}

	@Test
	void aHangUpWhileNoCommandRunsIsSeenByTheNextOne() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=0");
		CountDownLatch gone = new CountDownLatch(1);
		this.scripts.register("demo", (agi, request) -> {
			agi.onHangup(gone::countDown);
			this.told.add("waits");
			assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(agi.isHungUp()).isTrue();
			tellFailure(agi::noop, agi);
		});
		asterisk.enter("1.1", "demo");
		assertThat(next() + next()).isEqualTo("started demowaits");
		asterisk.leave("1.1");
		assertThat(next()).isEqualTo("AgiPipeClosedException true");
		awaitNoCalls();
		assertThat(commands()).isEmpty();
		assertThat(this.log.from(Level.INFO)).hasSize(1);
	}

	@Test
	void aHangUpDuringACommandIsItsResult() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator,
				(command) -> "200 result=-1 endpos=3360" + PipeAsterisk.AND_END);
		this.scripts.register("demo", (agi, request) -> {
			tellFailure(() -> agi.streamFile("demo-thanks"), agi);
			tellFailure(agi::noop, agi);
		});
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo("AgiResultHangupException true");
		assertThat(next()).isEqualTo("AgiPipeClosedException true");
	}

	@Test
	void aCallerWhoGoesAtTheBeginningOfAPromptHasHungUp() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> {
			this.simulator.broadcast(PipeAsterisk.event("HangupRequest", "1.1"));
			return "200 result=-1 endpos=0" + PipeAsterisk.AND_END;
		});
		this.scripts.register("demo", (agi, request) -> tellFailure(() -> agi.streamFile("demo-thanks"), agi));
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo("AgiResultHangupException true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "200 result=-1 endpos=0", "200 result=-1 endpos=-1", "200 result=-1 (writefile)",
			"200 result=-1 Gosub label not found", "200 result=7 Gosub failed" })
	void aCommandThatFailsEndsTheSessionAndSaysSo(String reply) throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> reply + PipeAsterisk.AND_END);
		this.scripts.register("demo", (agi, request) -> {
			tellFailure(() -> agi.gosub("a", "b", "1"), agi);
			try {
				agi.noop();
			}
			catch (AgiApplicationException ex) {
				this.told.add(ex.getMessage());
				throw ex;
			}
		});
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo("AgiApplicationException false");
		assertThat(next()).contains("ended AsyncAGI").contains("GOSUB \"a\" \"b\" \"1\"");
		awaitNoCalls();
		assertThat(commands()).hasSize(1);
		assertThat(this.log.from(Level.ERROR)).hasSize(1);
	}

	@Test
	void afterABreakNothingIsSentAndNobodyHasHungUp() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=0");
		this.scripts.register("demo", (agi, request) -> {
			agi.onHangup(() -> this.told.add("hung up"));
			agi.asyncAgiBreak();
			tellFailure(agi::noop, agi);
		});
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo("AgiPipeClosedException false");
		awaitNoCalls();
		assertThat(commands()).containsExactly("ASYNCAGI BREAK");
	}

	@Test
	void aUserWithoutPermissionIsToldWhatIsMissing() throws Exception {
		this.scripts.register("demo", (agi, request) -> {
			try {
				agi.noop();
			}
			catch (AgiApplicationException ex) {
				this.told.add(ex.getMessage());
				throw ex;
			}
		});
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> null);
		this.simulator.on("AGI", (request) -> AmiAnswer.error("Permission denied"));
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).contains("permission to write agi");
		awaitNoCalls();
		assertThat(this.log.from(Level.ERROR)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Channel 1.1 does not exist.", "Failed to add AGI command to channel 1.1 queue" })
	void aChannelThatIsNotThereHasHungUp(String message) throws Exception {
		this.scripts.register("demo", (agi, request) -> tellFailure(agi::answer, agi));
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> null);
		this.simulator.on("AGI", (request) -> AmiAnswer.error(message));
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo("AgiPipeClosedException true");
	}

	@Test
	void aCommandThatIsTooLongIsRefusedAndTheSessionGoesOn() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1");
		this.scripts.register("demo", (agi, request) -> {
			assertThatIllegalArgumentException().isThrownBy(() -> agi.verbose("x".repeat(1100)));
			agi.verbose("short");
			this.told.add("goes on");
		});
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo("goes on");
	}

	@Test
	void theEnvironmentIsCompleteHoweverLongItIs() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1 (x)");
		String longArgument = "b".repeat(3000);
		this.scripts.register("demo", (agi, request) -> {
			this.told.add(request.args().get(0));
			this.told.add(request.args().get(1));
			this.told.add(agi.getVariable("X").orElse("none"));
		});
		asterisk.enter("1.1", "demo", longArgument, "last");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo(longArgument);
		assertThat(next()).isEqualTo("last");
		assertThat(next()).isEqualTo("x");
	}

	@Test
	void anEnvironmentThatAsteriskHasCutIsRefused() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1 (x)");
		this.scripts.registerDefault((agi, request) -> this.told.add("served"));
		asterisk.enter("1.1", "demo", "ä: ".repeat(400), "c: ".repeat(400), "last");
		assertRefused(asterisk, "1.1");
		assertThat(this.log.at(Level.WARN)).singleElement().asString().contains("PJSIP/1.1", "Asterisk has cut");
	}

	@Test
	void whatCannotBeHadOfAnEnvironmentIsLeftOutIfThatIsAccepted() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1 (x)");
		restartAccepting();
		this.scripts.register("demo", (agi, request) -> {
			this.told.add(request.args().get(2) + " of " + request.args().size() + ", "
					+ agi.getVariable("X").orElse("none"));
		});
		asterisk.enter("1.1", "demo", "ä: ".repeat(400), "c: ".repeat(400), "last");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo("last of 3, x");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "x\nagi_threadid: 1\nagi_arg_1: admin", "x\n\n200 result=1", "x\nagi_channel: PJSIP/boss" })
	void aForgedCallIsRefused(String name) throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1");
		this.scripts.registerDefault((agi, request) -> this.told.add("served"));
		asterisk.enterWith("1.1", new SetupEnv(Kind.ASYNC, null).with("agi_calleridname", name).text());
		assertRefused(asterisk, "1.1");
		assertThat(this.log.at(Level.WARN)).singleElement().asString().contains("PJSIP/1.1", "AGI variables");
	}

	@Test
	void manyForgedCallsAreFewWarnings() {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1");
		int calls = 40;
		for (int i = 1; i <= calls; i++) {
			int refused = i;
			asterisk.enterWith("1." + i,
					new SetupEnv(Kind.ASYNC, null).with("agi_calleridname", "x\nagi_arg_1: admin").text());
			await().atMost(PATIENCE)
				.until(() -> this.server.status().refusedCalls() == refused && this.server.status().activeCalls() == 0);
		}
		assertThat(this.log.at(Level.WARN)).hasSizeLessThan(calls).allMatch((text) -> text.contains("agi_arg_1"));
	}

	@Test
	void aForgedCallMayBeAccepted() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1");
		restartAccepting();
		this.scripts.registerDefault((agi, request) -> this.told.add(request.path() + request.environment().forged()));
		asterisk.enterWith("1.1",
				new SetupEnv(Kind.ASYNC, null).with("agi_calleridname", "x\nagi_threadid: 1\nagi_arg_1: admin").text());
		assertThat(next()).startsWith("started");
		assertThat(next()).isEqualTo("lobby[agi_threadid, agi_arg_1]");
	}

	private void restartAccepting() {
		this.server.close();
		this.server = configure(AsyncAgiServer.builder(this.manager).scripts(this.scripts))
			.acceptForgedEnvironment(true)
			.build();
		this.server.start();
	}

	private void assertRefused(PipeAsterisk asterisk, String uniqueid) {
		await().atMost(PATIENCE).until(() -> asterisk.commands(uniqueid).contains("ASYNCAGI BREAK"));
		assertThat(asterisk.commands(uniqueid)).filteredOn((command) -> !command.equals("NOOP"))
			.containsExactly("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"REFUSED\"", "ASYNCAGI BREAK");
		awaitNoCalls();
		assertThat(this.told).isEmpty();
		assertThat(this.server.status().refusedCalls()).isOne();
		assertThat(this.server.status().totalCalls()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 900, 1008, 1009, 1010, 1011, 1012, 1024, 1025, 2032, 2033, 2034, 7200, 60_000 })
	void aLongValueIsFetchedToItsEnd(int length) throws Exception {
		String value = "v".repeat(length);
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator,
				(command) -> command.startsWith("GET") ? "200 result=1 (" + value + ")" : "200 result=1");
		this.scripts.register("demo", (agi, request) -> {
			this.told.add(agi.getFullVariable("${X}").orElse("none"));
			agi.setVariable("A", "b");
			this.told.add("in step");
		});
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo(value);
		assertThat(next()).isEqualTo("in step");
	}

	@Test
	void aValueMayLookLikeReplies() throws Exception {
		String value = "200 result=0\n".repeat(200) + "510 x)\r\n200 result=1 (y)\n520-Usage\n";
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1 (" + value + ")");
		this.scripts.register("demo", (agi, request) -> this.told.add(agi.getFullVariable("${X}").orElse("none")));
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo(value);
	}

	@Test
	void aValueThatIsLostInPartIsAnErrorAndTheSessionGoesOn() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator,
				(command) -> command.contains("LONG") ? "200 result=1 (" + "ä".repeat(800) + ")" : "200 result=1 (ä)");
		this.scripts.register("demo", (agi, request) -> {
			assertThatExceptionOfType(AgiUnknownResponseException.class).isThrownBy(() -> agi.getVariable("LONG"))
				.withMessageContaining("too many special characters");
			this.told.add(agi.getVariable("SHORT").orElse("none"));
		});
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo("ä");
	}

	@Test
	void whatTheCommandOfSomebodyElseLeftIsNoPartOfTheReply() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "rest)\n200 result=1 (x)");
		this.scripts.register("demo", (agi, request) -> this.told.add(agi.getVariable("X").orElse("none")));
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo("x");
	}

	@Test
	void aChannelMayComeBackWhileTheFirstScriptStillRuns() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=0");
		CountDownLatch second = new CountDownLatch(1);
		CountDownLatch first = new CountDownLatch(1);
		this.scripts.register("first", (agi, request) -> {
			second.await(20, TimeUnit.SECONDS);
			tellFailure(agi::noop, agi);
			first.countDown();
		});
		this.scripts.register("second", (agi, request) -> {
			second.countDown();
			first.await(20, TimeUnit.SECONDS);
			agi.verbose("second");
		});
		asterisk.enter("1.1", "first");
		assertThat(next()).isEqualTo("started first");
		asterisk.leave("1.1");
		asterisk.enter("1.1", "second");
		assertThat(next()).isEqualTo("started second");
		assertThat(next()).isEqualTo("AgiPipeClosedException true");
		awaitNoCalls();
		awaitCommands("VERBOSE \"second\" 1", "ASYNCAGI BREAK");
	}

	@Test
	void callsBeyondTheLimitAreSentBack() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1");
		CountDownLatch end = new CountDownLatch(1);
		this.scripts.register("demo", (agi, request) -> end.await(20, TimeUnit.SECONDS));
		asterisk.enter("1.1", "demo");
		asterisk.enter("1.2", "demo");
		assertThat(next() + next()).isEqualTo("started demostarted demo");
		assertThat(this.server.calls()).extracting((call) -> call.request().environment().uniqueid())
			.containsExactlyInAnyOrder("1.1", "1.2");
		asterisk.enter("1.3", "demo");
		awaitCommands("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"REFUSED\"", "ASYNCAGI BREAK");
		assertThat(this.simulator.requests("AGI")).allMatch((request) -> "1.3".equals(request.get("Channel")));
		assertThat(this.server.status().refusedCalls()).isOne();
		assertThat(this.server.status().activeCalls()).isEqualTo(2);
		end.countDown();
		awaitNoCalls();
		assertThat(this.server.status().totalCalls()).isEqualTo(2);
		assertThat(this.log.from(Level.WARN)).singleElement().asString().contains("PJSIP/1.3: FULL");
	}

	@Test
	void stopWaitsForCallsAndSendsNewOnesBack() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1");
		CountDownLatch end = new CountDownLatch(1);
		this.scripts.register("demo", (agi, request) -> {
			end.await(20, TimeUnit.SECONDS);
			agi.verbose("still works");
			this.told.add("ended");
		});
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("started demo");
		Thread stopping = new Thread(() -> this.server.stop(PATIENCE));
		stopping.start();
		await().atMost(PATIENCE).until(() -> !this.server.isRunning());
		await().atMost(PATIENCE).until(() -> {
			asterisk.enter("1.2", "demo");
			// Its answer tells that the server knows of the call
			this.manager.sendAction(new PingAction());
			return this.server.status().refusedCalls() > 0;
		});
		assertThat(this.server.status().activeCalls()).isOne();
		end.countDown();
		stopping.join(PATIENCE.toMillis());
		assertThat(this.told).contains("ended");
		assertThat(this.server.status().activeCalls()).isZero();
		this.told.clear();
		this.server.start();
		asterisk.enter("1.3", "demo");
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo("ended");
	}

	@Test
	void aScriptThatDoesNotEndIsInterruptedAndItsChannelGoesOn() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> null);
		this.scripts.register("demo", (agi, request) -> agi.waitForDigit(Duration.ofMinutes(5)));
		asterisk.enter("1.1", "demo");
		this.simulator.awaitRequest("AGI", PATIENCE);
		this.server.stop(Duration.ZERO);
		awaitNoCalls();
		awaitCommands("WAIT FOR DIGIT 300000", "SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"", "ASYNCAGI BREAK");
		assertThat(this.log.from(Level.WARN)).singleElement().asString().contains("interrupting 1 calls");
	}

	@Test
	void aConnectionThatComesBackSendsTheCallsOn() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> null);
		this.scripts.register("demo", (agi, request) -> tellFailure(() -> agi.exec("Wait", "60"), agi));
		asterisk.enter("1.1", "demo");
		this.simulator.awaitRequest("AGI", PATIENCE);
		this.simulator.dropConnections();
		assertThat(next()).isEqualTo("started demo");
		assertThat(next()).isEqualTo("AgiPipeClosedException true");
		awaitCommands("EXEC \"Wait\" \"60\"", "SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"", "ASYNCAGI BREAK");
		assertThat(this.simulator.requests("AGI")).allMatch((request) -> "1.1".equals(request.get("Channel")));
	}

	@Test
	void aChannelThatIsHeardOfAfterTheConnectionWasLostIsSentOnToo() {
		CountDownLatch lost = new CountDownLatch(1);
		this.server.close();
		this.server = AsyncAgiServer.builder(withEventsAfter(lost)).scripts(this.scripts).build();
		this.server.start();
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1 (X)");
		asterisk.enter("1.1", "demo");
		await().atMost(PATIENCE).until(() -> this.manager.registrations().get(0).handled() == 1);
		this.simulator.stop();
		await().atMost(PATIENCE).until(() -> this.manager.state() == ConnectionState.RECONNECTING);
		lost.countDown();
		this.simulator.start();
		await().atMost(PATIENCE)
			.until(() -> this.simulator.requests("AGI")
				.stream()
				.anyMatch((request) -> "1.1".equals(request.get("Channel"))
						&& "ASYNCAGI BREAK".equals(request.get("Command"))));
	}

	/** The manager, whose callbacks get their events late. */
	private Manager withEventsAfter(CountDownLatch latch) {
		return (Manager) Proxy.newProxyInstance(Manager.class.getClassLoader(), new Class<?>[] { Manager.class },
				(proxy, method, args) -> {
					if (method.getName().equals("registerCallback")) {
						@SuppressWarnings("unchecked")
						AmiEventCallback<AmiEvent> callback = (AmiEventCallback<AmiEvent>) args[1];
						args[1] = (AmiEventCallback<AmiEvent>) (event, manager) -> {
							latch.await();
							callback.onEvent(event, manager);
						};
					}
					return method.invoke(this.manager, args);
				});
	}

	@Test
	void serversOfTwoManagersKnowTheirOwnCallsOnly() throws Exception {
		PipeAsterisk one = new PipeAsterisk(this.simulator, (command) -> "200 result=1 (one)");
		this.scripts.register("demo", (agi, request) -> this.told.add(agi.getVariable("X").orElse("none")));
		try (AmiSimulator otherSimulator = AmiSimulator.builder().account("admin", "wordpass").build().start();
				Manager other = manager(otherSimulator);
				AsyncAgiServer otherServer = new AsyncAgiServer(other, this.scripts)) {
			PipeAsterisk two = new PipeAsterisk(otherSimulator, (command) -> "200 result=1 (two)");
			otherServer.start();
			other.connect();
			one.enter("1.1", "demo");
			assertThat(next() + next()).isEqualTo("started demoone");
			two.enter("1.1", "demo");
			assertThat(next()).isEqualTo("two");
			await().atMost(PATIENCE)
				.until(() -> otherServer.status().activeCalls() == 0 && otherServer.status().totalCalls() == 1);
			assertThat(this.server.status().totalCalls()).isOne();
		}
	}

	@Test
	void settingsThatMakeNoSenseAreRefused() {
		AsyncAgiServerBuilder builder = AsyncAgiServer.builder(this.manager);
		assertThatIllegalArgumentException().isThrownBy(() -> builder.maxCalls(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.commandTimeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.defaultPath(""));
	}

	/** What a command does to the script, and whether that takes the caller for gone. */
	private void tellFailure(Runnable command, Agi agi) {
		try {
			command.run();
			this.told.add("done");
		}
		catch (AgiException ex) {
			this.told.add(ex.getClass().getSimpleName() + " " + agi.isHungUp());
		}
	}

	private List<String> commands() {
		return this.simulator.requests("AGI").stream().map((request) -> request.get("Command")).toList();
	}

	private void awaitCommands(String... commands) {
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(commands()).containsExactly(commands));
	}

}
