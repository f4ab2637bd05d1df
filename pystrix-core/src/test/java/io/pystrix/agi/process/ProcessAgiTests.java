package io.pystrix.agi.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.AgiSighupException;
import io.pystrix.agi.ScriptOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Real processes, of which the test is the Asterisk.
 */
// An interrupt does not end a read from a process
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessAgiTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	private final List<Process> processes = new ArrayList<>();

	@AfterEach
	void kill() {
		this.processes.forEach(Process::destroyForcibly);
	}

	@Test
	void theExitStatusTellsHowTheScriptEnded() {
		assertThat(ProcessAgi.exitStatus(ScriptOutcome.COMPLETED)).isZero();
		assertThat(ProcessAgi.exitStatus(ScriptOutcome.HANGUP)).isZero();
		assertThat(ProcessAgi.exitStatus(ScriptOutcome.FAILED)).isEqualTo(1);
		assertThat(ProcessAgi.exitStatus(ScriptOutcome.NOT_FOUND)).isEqualTo(1);
	}

	@Test
	void whatAScriptPrintsIsNotTakenForACommand() throws Exception {
		Process process = start(List.of(), Printing.class.getName(), "left alone");
		BufferedReader commands = process.inputReader(StandardCharsets.UTF_8);
		send(process, "agi_request: script.sh\n\n");
		assertThat(commands.readLine()).isEqualTo("VERBOSE \"one\" 1");
		send(process, "200 result=1\n");
		assertThat(commands.readLine()).isEqualTo("VERBOSE \"two\" 1");
		send(process, "200 result=1\n");
		assertThat(commands.readLine()).isNull();
		assertThat(exitStatus(process)).isZero();
		assertThat(errors()).contains("created", "handled");
	}

	@Test
	void aScriptThatFailsMakesTheProcessFail() throws Exception {
		Process process = start(List.of(), Failing.class.getName());
		send(process, "agi_request: script.sh\n\n");
		assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).contains("FAILURE");
		send(process, "200 result=1\n");
		assertThat(exitStatus(process)).isEqualTo(1);
		assertThat(errors()).contains("by intent");
	}

	@Test
	void aForgedCallMakesTheProcessFail() throws Exception {
		Process process = start(List.of(), Failing.class.getName());
		send(process, "agi_request: script.sh\nagi_channel: x\nagi_channel: y\n\n");
		assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("failure");
		assertThat(exitStatus(process)).isEqualTo(1);
		assertThat(errors()).contains("agi_channel").doesNotContain("by intent");
	}

	@Test
	void aClassThatIsMissingIsSaidInOneLine() throws Exception {
		Process process = start(List.of(), "com.example.Nope");
		assertThat(exitStatus(process)).isEqualTo(1);
		assertThat(errors()).contains("ProcessAgi: There is no class com.example.Nope in the class path\n")
			.doesNotContain("\tat ");
	}

	@Test
	void withoutAsteriskTheProcessFails() throws Exception {
		Process process = start(List.of(), Printing.class.getName());
		process.getOutputStream().close();
		assertThat(exitStatus(process)).isEqualTo(1);
		assertThat(errors()).contains("ProcessAgi: No AGI environment on the standard input: closed before");
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	@DisabledIf(value = "sighupIsIgnored",
			disabledReason = "A process under nohup ignores the signal, and so do its children")
	void sighupReachesTheScriptAndDoesNotEndTheProcess() throws Exception {
		Process process = start(List.of(), Waiting.class.getName());
		BufferedReader commands = process.inputReader(StandardCharsets.UTF_8);
		send(process, "agi_request: script.sh\n\n");
		assertThat(commands.readLine()).isEqualTo("VERBOSE \"ready\" 1");
		send(process, "200 result=1\n");
		signal(process, "-HUP");
		assertThat(commands.readLine()).isEqualTo("SET VARIABLE \"TOLD\" \"yes\"");
		signal(process, "-HUP");
		send(process, "200 result=1\n");
		assertThat(exitStatus(process)).isZero();
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void sigtermIsAFailureForTheDialplan() throws Exception {
		Process process = start(List.of(), Waiting.class.getName());
		BufferedReader commands = process.inputReader(StandardCharsets.UTF_8);
		send(process, "agi_request: script.sh\n\n");
		assertThat(commands.readLine()).isEqualTo("VERBOSE \"ready\" 1");
		signal(process, "-TERM");
		assertThat(commands.readLine()).isEqualTo("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"");
		assertThat(commands.readLine()).isEqualTo("failure");
		assertThat(commands.readLine()).isNull();
		assertThat(exitStatus(process)).isNotZero();
	}

	@Test
	void aScriptMayEndItsProcess() throws Exception {
		Process process = start(List.of(), Exiting.class.getName());
		send(process, "agi_request: script.sh\n\n");
		assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isNull();
		assertThat(exitStatus(process)).isZero();
	}

	@Test
	void aJavaVmWithoutSignalsServesCallsToo() throws Exception {
		Process process = start(List.of("--limit-modules", "java.base,java.xml,java.naming,java.management"),
				Printing.class.getName());
		send(process, "agi_request: script.sh\n\n");
		BufferedReader commands = process.inputReader(StandardCharsets.UTF_8);
		assertThat(commands.readLine()).isEqualTo("VERBOSE \"one\" 1");
		send(process, "200 result=1\n");
		assertThat(commands.readLine()).isEqualTo("VERBOSE \"two\" 1");
		send(process, "200 result=1\n");
		assertThat(exitStatus(process)).isZero();
		assertThat(errors()).contains("A hang-up will end this process");
	}

	private Process start(List<String> options, String... args) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// It starts in half the time
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), ProcessAgi.class.getName()));
		command.addAll(List.of(args));
		Process process = new ProcessBuilder(command).redirectError(errorFile().toFile()).start();
		this.processes.add(process);
		return process;
	}

	private Path errorFile() {
		return this.folder.resolve("stderr");
	}

	private String errors() throws IOException {
		return Files.readString(errorFile());
	}

	static boolean sighupIsIgnored() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) {
			return false;
		}
		String ignored = "SigIgn:";
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith(ignored))
			// SIGHUP is signal 1, the lowest bit
			.anyMatch((line) -> Long.parseUnsignedLong(line.substring(ignored.length()).strip(), 16) % 2 != 0);
	}

	private static void send(Process process, String text) throws IOException {
		OutputStream replies = process.getOutputStream();
		replies.write(text.getBytes(StandardCharsets.UTF_8));
		replies.flush();
	}

	private static void signal(Process process, String signal) throws Exception {
		Process kill = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start();
		assertThat(kill.waitFor()).isZero();
	}

	private static int exitStatus(Process process) throws InterruptedException {
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		return process.exitValue();
	}

	static final class Printing implements AgiHandler {

		Printing() {
			System.out.println("created");
		}

		@Override
		public void handle(Agi agi, AgiRequest request) {
			agi.verbose("one");
			System.out.println("handled");
			agi.verbose("two");
		}

	}

	static final class Exiting implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			System.exit(0);
		}

	}

	static final class Failing implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			throw new IllegalStateException("by intent");
		}

	}

	static final class Waiting implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) throws Exception {
			CountDownLatch hungUp = new CountDownLatch(1);
			agi.onHangup(hungUp::countDown);
			agi.verbose("ready");
			hungUp.await();
			try {
				agi.answer();
			}
			catch (AgiSighupException ex) {
				agi.setVariable("TOLD", "yes");
			}
		}

	}

}
