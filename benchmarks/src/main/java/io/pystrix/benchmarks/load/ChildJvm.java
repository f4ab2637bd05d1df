package io.pystrix.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.pystrix.benchmarks.Main;
import io.pystrix.benchmarks.subject.Usage;

/**
 * A JVM that runs one command of {@link Main}, the same for all contenders: the JDK, its
 * defaults, a heap of 512 MiB.
 */
final class ChildJvm implements AutoCloseable {

	private final String command;

	private final Process process;

	private final BufferedReader out;

	ChildJvm(Jdk jdk, String... command) throws IOException {
		this.command = String.join(" ", command);
		List<String> line = new ArrayList<>();
		line.add(jdk.java());
		line.add("-Xmx512m");
		line.add("-cp");
		line.add(System.getProperty("java.class.path"));
		line.add(Main.class.getName());
		line.addAll(List.of(command));
		this.process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		this.out = this.process.inputReader();
	}

	/** The port that the child says it listens on. */
	int port() throws IOException {
		return (int) number("port");
	}

	/** The number that the child prints after a word and a bar. */
	long number(String name) throws IOException {
		String line = this.out.readLine();
		if (line == null || !line.startsWith(name + "|")) {
			throw new IOException("'%s' said '%s' instead of its %s".formatted(this.command, line, name));
		}
		return Long.parseLong(line.substring(name.length() + 1));
	}

	/** What the child has allocated, if it is one that tells. */
	long allocatedBytes() throws IOException {
		return ask("", "allocated");
	}

	/** The number that the child prints when it gets a line. */
	long ask(String line, String name) throws IOException {
		OutputStream in = this.process.getOutputStream();
		in.write((line + '\n').getBytes(StandardCharsets.US_ASCII));
		in.flush();
		return number(name);
	}

	/** Everything that the child prints until it ends. */
	List<String> lines() throws IOException, InterruptedException {
		List<String> lines = this.out.lines().toList();
		if (this.process.waitFor() != 0) {
			throw new IOException("'%s' failed".formatted(this.command));
		}
		return lines;
	}

	Duration cpu() {
		return this.process.info().totalCpuDuration().orElseThrow();
	}

	/** Waits until the compilers of an idle child have nothing left to do. */
	void awaitIdle() throws InterruptedException {
		Usage.awaitIdle(() -> cpu().toNanos());
	}

	long residentKib() throws IOException {
		return Usage.residentKib(this.process.pid());
	}

	long peakKib() throws IOException {
		return Usage.peakKib(this.process.pid());
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
