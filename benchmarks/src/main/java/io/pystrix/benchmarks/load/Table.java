package io.pystrix.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.pystrix.benchmarks.subject.Contender;
import io.pystrix.benchmarks.subject.Sample;

/**
 * The result in Markdown. Ratios are taken round by round, then their median, so that a
 * machine that is busy for a while does not favour anybody.
 */
final class Table {

	private static final String HEADER = """
			| load | contender | units seen | time, raw socket = 1 | time, asterisk-java = 1 | CPU, raw socket = 1 | CPU, asterisk-java = 1 | µs per unit | CPU µs per unit | peak memory |
			|---|---|--:|--:|--:|--:|--:|--:|--:|--:|
			""";

	private final List<String> rows = new ArrayList<>();

	void add(LoadProgram program, Map<Contender, List<List<Sample>>> results) {
		int series = rounds(results, Contender.RAW).get(0).size();
		for (int i = 0; i < series; i++) {
			List<Sample> raw = pick(rounds(results, Contender.RAW), i);
			List<Sample> other = pick(rounds(results, Contender.ASTERISK_JAVA), i);
			for (Contender contender : results.keySet()) {
				this.rows.add(row(program, contender, pick(rounds(results, contender), i), raw, other));
			}
		}
	}

	private static List<List<Sample>> rounds(Map<Contender, List<List<Sample>>> results, Contender contender) {
		return Objects.requireNonNull(results.get(contender), contender::label);
	}

	private static List<Sample> pick(List<List<Sample>> rounds, int series) {
		return rounds.stream().map((samples) -> samples.get(series)).toList();
	}

	private static String row(LoadProgram program, Contender contender, List<Sample> own, List<Sample> raw,
			List<Sample> other) {
		return String.join(" | ", "| " + program.label() + ", " + own.get(0).series(), contender.label(),
				number("%,.0f", median(own.stream().mapToDouble(Sample::units))) + " " + program.unit() + "s",
				ratio(own, raw, Sample::wallNanos), ratio(own, other, Sample::wallNanos),
				ratio(own, raw, Sample::cpuNanos), ratio(own, other, Sample::cpuNanos),
				number("%.2f", median(own.stream().mapToDouble((sample) -> micros(sample.wallNanos(), sample)))),
				number("%.2f", median(own.stream().mapToDouble((sample) -> micros(sample.cpuNanos(), sample)))),
				number("%.0f MiB", median(own.stream().mapToDouble((sample) -> sample.peakKib() / 1024.0))) + " |");
	}

	private static double micros(long nanos, Sample sample) {
		return nanos / 1000.0 / sample.units();
	}

	private static String ratio(List<Sample> own, List<Sample> base, ToDoubleFunction<Sample> value) {
		double[] ratios = IntStream.range(0, own.size())
			.mapToDouble((i) -> value.applyAsDouble(own.get(i)) / value.applyAsDouble(base.get(i)))
			.sorted()
			.toArray();
		if (ratios[0] == 1 && ratios[ratios.length - 1] == 1) {
			return "1";
		}
		return number("%.2f", median(DoubleStream.of(ratios))) + number(" (%.2f", ratios[0])
				+ number("–%.2f)", ratios[ratios.length - 1]);
	}

	private static double median(DoubleStream values) {
		double[] sorted = values.sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	private static String number(String format, double value) {
		return String.format(Locale.ROOT, format, value);
	}

	String toMarkdown(int rounds) {
		return HEADER + String.join("\n", this.rows)
				+ "\n\nMedians of %d rounds, in brackets the lowest and highest ratio of a round. JDK %s, %d processors."
					.formatted(rounds, Runtime.version(), Runtime.getRuntime().availableProcessors());
	}

}
