package io.pystrix.integration;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.AgiHandler;
import io.pystrix.ami.action.HangupMatchingAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.event.UserEventEvent;
import io.pystrix.ami.event.VarSetEvent;
import io.pystrix.ami.message.AmiEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Programs that Asterisk itself starts, with {@code AGI()} and {@code EAGI()}.
 */
@RealAsterisk.Required
@Timeout(180)
class ProcessAgiIntegrationTests extends ActionsSupport {

	@SuppressWarnings("NullAway.Init")
	private static AgiPrograms programs;

	private final String channelId = UUID.randomUUID().toString();

	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	private final BlockingQueue<String> status = new LinkedBlockingQueue<>();

	private final BlockingQueue<String> scriptStatus = new LinkedBlockingQueue<>();

	@BeforeAll
	static void install() throws Exception {
		programs = AgiPrograms.install().orElse(null);
	}

	@AfterAll
	static void remove() throws Exception {
		if (programs != null) {
			programs.close();
		}
	}

	@BeforeEach
	void listen() {
		// For each test: Maven does not count tests as skipped that were for the class
		Assumptions.assumeTrue(programs != null, "This Asterisk cannot start Java: "
				+ "start it by asterisk/asterisk.sh, which binds this machine's JDKs and says so in ASTERISK_BIND");
		this.manager.registerCallback(VarSetEvent.class, (event, manager) -> {
			switch (this.channelId.equals(event.uniqueid()) ? event.variable() : "") {
				case ProcessScripts.TOLD -> this.told.add(event.value());
				case "AGISTATUS" -> this.status.add(event.value());
				case "AGI_SCRIPT_STATUS" -> this.scriptStatus.add(event.value());
				default -> {
				}
			}
		});
	}

	@AfterEach
	void hangUp() {
		this.manager.exchange(new HangupMatchingAction("^Local/"));
	}

	@Test
	void theDemoScript() throws Exception {
		this.manager.registerCallback("AGIExecStart", (event, manager) -> {
			if (String.valueOf(event.get("Command")).startsWith("STREAM FILE \"demo-thanks\"")) {
				manager.exchange(RealAsterisk.press(String.valueOf(event.get("Channel")), "1"));
			}
		});
		call("wait", programs.program(ProcessScripts.Demo.class));
		assertThat(next()).isEqualTo("UP");
		assertThat(next()).isEqualTo("1 later");
		assertThat(next()).isEqualTo("false");
		assertThat(next()).isEqualTo("true");
		assertThat(next()).isEqualTo("AgiApplicationException");
		// Asterisk takes a command that failed for a failure of the whole
		assertThat(status()).isEqualTo("FAILURE");
		assertThat(this.scriptStatus).isEmpty();
	}

	@Test
	void argumentsOfTheDialplanArrive() throws Exception {
		CompletableFuture<UserEventEvent> done = this.manager.nextEvent(UserEventEvent.class,
				(event) -> this.channelId.equals(event.uniqueid()));
		String program = programs.watchedProgram(ProcessScripts.Arguments.class);
		call("wait", program);
		assertThat(next()).isEqualTo("first");
		assertThat(next()).isEqualTo("[first, second argument]");
		assertThat(next()).isEqualTo("false");
		assertThat(next()).isEqualTo("null");
		assertThat(soon(done).get("AgiStatus")).isEqualTo("SUCCESS");
		assertThat(soon(done).get("Script")).isEqualTo(program);
		assertThat(noted(ProcessScripts.Arguments.class)).endsWith("exit status 0");
	}

	@Test
	void aScriptThatFailsIsAFailureForTheDialplan() throws Exception {
		call("wait", programs.watchedProgram(ProcessScripts.Failing.class));
		assertThat(scriptStatus()).isEqualTo("FAILURE");
		assertThat(status()).isEqualTo("FAILURE");
		assertThat(noted(ProcessScripts.Failing.class)).endsWith("exit status 1");
	}

	@Test
	void aScriptThatIsAbortedIsAFailureForTheDialplan() throws Exception {
		call("wait", programs.watchedProgram(ProcessScripts.Sleeping.class));
		terminate(next());
		assertThat(scriptStatus()).isEqualTo("FAILURE");
		assertThat(status()).isEqualTo("FAILURE");
		assertThat(noted(ProcessScripts.Sleeping.class)).endsWith("exit status 143");
	}

	/**
	 * Asterisk reads the last lines from the pipe though no process writes to it any more
	 * (run_agi in res/res_agi.c, releases 13 to 23).
	 */
	@Test
	void anAbortIsAFailureThoughTheProcessEndsBeforeItsCommand() throws Exception {
		CompletableFuture<AmiEvent> reading = this.manager.nextEvent(AmiEvent.class,
				(event) -> event.name().equals("AGIExecStart")
						&& String.valueOf(event.get("Command")).startsWith("EXEC \"Read\""));
		call("wait", programs.watchedProgram(ProcessScripts.Reading.class));
		String channel = String.valueOf(soon(reading).get("Channel"));
		terminate(next());
		assertThat(noted(ProcessScripts.Reading.class)).endsWith("exit status 143");
		assertThat(this.scriptStatus).isEmpty();
		assertThat(this.status).isEmpty();
		this.manager.sendAction(RealAsterisk.press(channel, "1"));
		assertThat(scriptStatus()).isEqualTo("FAILURE");
		assertThat(status()).isEqualTo("FAILURE");
	}

	@Test
	void aClassThatIsMissingIsAFailureForTheDialplan() throws Exception {
		call("wait", programs.program("Missing", "com.example.Nope"));
		assertThat(status()).isEqualTo("FAILURE");
		assertThat(this.scriptStatus).isEmpty();
	}

	@Test
	void theSignalTellsAnIdleScript() throws Exception {
		call("wait", programs.watchedProgram(ProcessScripts.Idle.class));
		assertThat(next()).isEqualTo("false");
		hangUp();
		assertThat(next()).isEqualTo("true");
		assertThat(next()).isEqualTo("AgiSighupException");
		assertThat(next()).isEqualTo("AgiDeadChannelException");
		assertThat(status()).isEqualTo("HANGUP");
		assertThat(noted(ProcessScripts.Idle.class)).contains("HUP").endsWith("exit status 0");
	}

	@Test
	void theHangUpEndsACommand() throws Exception {
		this.manager.registerCallback("AGIExecStart", (event, manager) -> {
			if (String.valueOf(event.get("Command")).startsWith("WAIT FOR DIGIT")) {
				hangUp();
			}
		});
		call("wait", programs.watchedProgram(ProcessScripts.Waiting.class));
		assertThat(next()).isEqualTo("AgiResultHangupException");
		assertThat(next()).isEqualTo("true");
		assertThat(status()).isEqualTo("HANGUP");
		assertThat(noted(ProcessScripts.Waiting.class)).endsWith("exit status 0");
	}

	@Test
	void withoutTheSignalACommandTells() throws Exception {
		originate("wait", "process", programs.watchedProgram(ProcessScripts.Deaf.class), "no");
		assertThat(next()).isEqualTo("false");
		hangUp();
		assertThat(next()).isEqualTo("AgiDeadChannelException");
		assertThat(status()).isEqualTo("HANGUP");
		assertThat(noted(ProcessScripts.Deaf.class)).containsExactly("exit status 0");
	}

	@Test
	void aProgramMayIgnoreTheSignal() throws Exception {
		call("wait", programs.deafProgram(ProcessScripts.Deaf.class));
		assertThat(next()).isEqualTo("false");
		hangUp();
		assertThat(next()).isEqualTo("AgiDeadChannelException");
		assertThat(status()).isEqualTo("HANGUP");
	}

	@Test
	void theCallersAudioArrivesUntilTheHangUp() throws Exception {
		originate("tone", "eagi", programs.watchedProgram(ProcessScripts.Listening.class), "yes");
		assertThat(next()).isEqualTo("true");
		assertThat(next()).isEqualTo("32000");
		// It does not come faster than it is spoken
		assertThat(Long.parseLong(next())).isGreaterThan(1500);
		// A sine that is 23,000 at its peaks
		assertThat(Long.parseLong(next())).isBetween(10_000L, 20_000L);
		assertThat(next()).isEqualTo("true");
		hangUp();
		assertThat(next()).isEqualTo("AgiSighupException");
		assertThat(status()).isEqualTo("HANGUP");
		assertThat(noted(ProcessScripts.Listening.class)).endsWith("exit status 0");
	}

	private void call(String caller, String program) {
		originate(caller, "process", program, "yes");
	}

	private void originate(String caller, String kind, String program, String sighup) {
		this.manager.originate(new OriginateAction("Local/" + caller + "@default").context("default")
			.exten(kind + "-" + program)
			.priority("1")
			.channelId(this.channelId)
			.variable("AGISIGHUP", sighup));
	}

	private String next() throws InterruptedException {
		String next = this.told.poll(RealAsterisk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(next).as("what the script tells").isNotNull();
		return next;
	}

	private static void terminate(String process) {
		assertThat(ProcessHandle.of(Long.parseLong(process)).orElseThrow().destroy()).isTrue();
	}

	private String scriptStatus() throws InterruptedException {
		return this.scriptStatus.poll(RealAsterisk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
	}

	private String status() throws InterruptedException {
		return this.status.poll(RealAsterisk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
	}

	private static List<String> noted(Class<? extends AgiHandler> handler) throws Exception {
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> programs.noted(handler).stream().anyMatch((line) -> line.startsWith("exit")));
		return programs.noted(handler);
	}

}
