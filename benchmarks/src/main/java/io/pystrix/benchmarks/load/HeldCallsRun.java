package io.pystrix.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.pystrix.benchmarks.subject.Contender;

/**
 * Very many FastAGI calls at once, each of which waits half a second for the answer to
 * each command.
 */
final class HeldCallsRun {

	static final int CALLS = 10_000;

	private static final int SECONDS = 6;

	private HeldCallsRun() {
	}

	static List<Held> measure(Jdk jdk) throws Exception {
		List<Contender> contenders = new ArrayList<>(List.of(Contender.PYSTRIX, Contender.ASTERISK_JAVA));
		contenders.add((jdk.hasVirtualThreads()) ? Contender.RAW_VIRTUAL : Contender.RAW);
		List<Held> results = new ArrayList<>();
		for (Contender contender : contenders) {
			System.err.printf("%s, held calls: %s%n", jdk, contender.label());
			results.add(measure(jdk, contender));
		}
		return results;
	}

	private static Held measure(Jdk jdk, Contender contender) throws Exception {
		try (ChildJvm server = new ChildJvm(jdk, "fastagi-held", contender.name())) {
			int port = server.port();
			long before = server.residentKib();
			try (ChildJvm caller = new ChildJvm(jdk, "holding-caller", Integer.toString(port), Integer.toString(CALLS),
					Integer.toString(SECONDS))) {
				caller.number("up");
				Duration cpu = server.cpu();
				long held = caller.number("held");
				long dropped = caller.number("dropped");
				double commands = caller.number("commands");
				double seconds = caller.number("nanos") / 1e9;
				double micros = server.cpu().minus(cpu).toNanos() / 1000.0 / Math.max(1, commands);
				double kib = (server.peakKib() - before) / (double) Math.max(1, held);
				return new Held(contender, held, dropped, kib, micros, commands / seconds);
			}
		}
	}

	static String toMarkdown(List<Held> results) {
		StringBuilder table = new StringBuilder("""
				| contender | calls held | dropped | memory per call | CPU per command | commands per second |
				|---|--:|--:|--:|--:|--:|
				""");
		for (Held held : results) {
			table.append(String.format(Locale.ROOT, "| %s | %,d | %,d | %.1f KiB | %.1f µs | %,.0f |%n",
					held.contender().label(), held.held(), held.dropped(), held.kibPerCall(), held.microsPerCommand(),
					held.commandsPerSecond()));
		}
		return table.toString();
	}

	/**
	 * What came out.
	 *
	 * @param contender who held the calls
	 * @param held how many there were in the end
	 * @param dropped how many were closed
	 * @param kibPerCall the peak memory of the process above that before the calls, by
	 * calls
	 * @param microsPerCommand the processor time of a command
	 * @param commandsPerSecond how many there were
	 */
	record Held(Contender contender, long held, long dropped, double kibPerCall, double microsPerCommand,
			double commandsPerSecond) {

	}

}
