package io.pystrix.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import io.pystrix.benchmarks.subject.Contender;
import io.pystrix.benchmarks.subject.Sample;

/**
 * Pings while a listener hangs, compared with pings when none does.
 */
final class HungListenerRun {

	private HungListenerRun() {
	}

	static List<Hung> measure(Jdk jdk, int rounds) throws Exception {
		List<Hung> results = new ArrayList<>();
		for (Contender contender : List.of(Contender.PYSTRIX, Contender.ASTERISK_JAVA)) {
			List<List<Sample>> samples = new ArrayList<>();
			for (int round = 1; round <= rounds; round++) {
				System.err.printf("%s, a listener that hangs, round %d of %d: %s%n", jdk, round, rounds,
						contender.label());
				samples.add(run(jdk, contender));
			}
			boolean answered = samples.stream().allMatch((round) -> round.size() == 2);
			DoubleStream ratios = samples.stream()
				.mapToDouble((round) -> (double) round.get(round.size() - 1).wallNanos() / round.get(0).wallNanos());
			double idle = Ratio.median(
					samples.stream().mapToDouble((round) -> round.get(0).wallNanos() / 1000.0 / round.get(0).units()));
			results.add(new Hung(contender, idle, answered, Ratio.of(ratios)));
		}
		return results;
	}

	private static List<Sample> run(Jdk jdk, Contender contender) throws Exception {
		try (ChildJvm peer = new ChildJvm(jdk, "ami-peer");
				ChildJvm subject = new ChildJvm(jdk, "ami-hung", contender.name(), Integer.toString(peer.port()))) {
			return subject.lines().stream().map(Sample::parse).toList();
		}
	}

	static String toMarkdown(List<Hung> results) {
		StringBuilder table = new StringBuilder("""
				| contender | ping, µs | while a listener hangs, otherwise = 1 |
				|---|--:|--:|
				""");
		for (Hung hung : results) {
			table.append(String.format(Locale.ROOT, "| %s | %.1f | %s |%n", hung.contender().label(), hung.idleMicros(),
					(hung.answered()) ? hung.ratio() : "no answer"));
		}
		return table.toString();
	}

	/**
	 * What came out.
	 *
	 * @param contender who pings
	 * @param idleMicros the time of a ping when no listener hangs
	 * @param answered whether pings were answered while one did
	 * @param ratio how many times as long they took then
	 */
	record Hung(Contender contender, double idleMicros, boolean answered, Ratio ratio) {

	}

}
