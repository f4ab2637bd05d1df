package io.pystrix.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Restarts the Asterisk of the tests by the script that has started it, where that is so.
 */
final class AsteriskProcess {

	private static final Path SCRIPT = Path.of("..", "asterisk", "asterisk.sh");

	private AsteriskProcess() {
	}

	/** Whether the Asterisk that the tests talk to is the script's. */
	static boolean isOurs() throws IOException, InterruptedException {
		if (!Files.isExecutable(SCRIPT)) {
			return false;
		}
		Process status = new ProcessBuilder(SCRIPT.toString(), "status").redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		List<String> lines = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.toList();
		return status.waitFor() == 0 && lines.contains("ASTERISK_AMI_HOST=" + RealAsterisk.HOST)
				&& lines.contains("ASTERISK_AMI_PORT=" + RealAsterisk.PORT);
	}

	/** Runs a command of Asterisk's command line. */
	static void cli(String command) throws IOException, InterruptedException {
		cli(command.split(" ")).waitFor();
	}

	private static Process cli(String... command) throws IOException {
		List<String> words = new ArrayList<>(List.of(SCRIPT.toString(), "cli"));
		words.addAll(List.of(command));
		return new ProcessBuilder(words).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

	/**
	 * Runs a command that returns only when Asterisk ends, or no longer wants to. Gives
	 * it the time to begin; the command goes on.
	 */
	static void beginCli(String command) throws IOException, InterruptedException {
		cli(command.split(" ")).waitFor(2, TimeUnit.SECONDS);
	}

	/** Comes back when Asterisk is fully booted again. */
	static void restart() throws IOException, InterruptedException {
		Process restart = new ProcessBuilder(SCRIPT.toString(), "restart").redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (restart.waitFor() != 0) {
			throw new IllegalStateException("Asterisk does not start again");
		}
	}

}
