package io.pystrix.benchmarks.load;

import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import io.pystrix.benchmarks.subject.Contender;
import io.pystrix.benchmarks.subject.Sample;

/**
 * The results in Markdown.
 */
final class Table {

	private static final String HEADER = """
			| load | contender | units seen | time, raw socket = 1 | time, asterisk-java = 1 | CPU, raw socket = 1 | CPU, asterisk-java = 1 | µs per unit | CPU µs per unit | bytes allocated per unit | peak memory |
			|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
			""";

	private final Results results;

	Table(Results results) {
		this.results = results;
	}

	String toMarkdown() {
		StringBuilder rows = new StringBuilder(HEADER);
		for (LoadProgram program : this.results.programs()) {
			for (String series : this.results.series(program)) {
				for (Contender contender : this.results.contenders(program, series)) {
					rows.append(row(program, series, contender)).append('\n');
				}
			}
		}
		return rows.toString();
	}

	private String row(LoadProgram program, String series, Contender contender) {
		return String.join(" | ", "| " + program.label() + ", " + series, contender.label(),
				number("%,.0f", program, series, contender, Sample::units) + " " + program.unit() + "s",
				ratio(program, series, contender, Contender.RAW, Sample::wallNanos),
				ratio(program, series, contender, Contender.ASTERISK_JAVA, Sample::wallNanos),
				ratio(program, series, contender, Contender.RAW, Sample::cpuNanos),
				ratio(program, series, contender, Contender.ASTERISK_JAVA, Sample::cpuNanos),
				number("%.2f", program, series, contender, (sample) -> sample.wallNanos() / 1000.0 / sample.units()),
				number("%.2f", program, series, contender, (sample) -> sample.cpuNanos() / 1000.0 / sample.units()),
				number("%,.0f", program, series, contender,
						(sample) -> (double) sample.allocatedBytes() / sample.units()),
				number("%.0f MiB", program, series, contender, (sample) -> sample.peakKib() / 1024.0)) + " |";
	}

	private String ratio(LoadProgram program, String series, Contender contender, Contender base,
			ToDoubleFunction<Sample> value) {
		Set<Contender> there = this.results.contenders(program, series);
		return (there.contains(base)) ? this.results.ratio(program, series, contender, base, value).toString() : "–";
	}

	private String number(String format, LoadProgram program, String series, Contender contender,
			ToDoubleFunction<Sample> value) {
		return String.format(Locale.ROOT, format, this.results.median(program, series, contender, value));
	}

}
