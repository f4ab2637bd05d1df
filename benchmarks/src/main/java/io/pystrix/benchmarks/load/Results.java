package io.pystrix.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import io.pystrix.benchmarks.subject.Contender;
import io.pystrix.benchmarks.subject.Sample;

/**
 * What the rounds of the load programs brought. Ratios are taken round by round, then
 * their median, so that a machine that is busy for a while does not favour anybody.
 */
final class Results {

	/** By program and series; then a sample for each round, by contender. */
	private final Map<LoadProgram, Map<String, Map<Contender, List<Sample>>>> samples = new LinkedHashMap<>();

	/** Runs all contenders; in each round another one comes first. */
	void measure(LoadProgram program, Jdk jdk, int rounds) throws Exception {
		List<Contender> order = new ArrayList<>(program.contenders(jdk));
		for (int round = 1; round <= rounds; round++) {
			System.err.printf("%s, %s, round %d of %d%n", jdk, program.label(), round, rounds);
			program.round(order, jdk).forEach((contender, samples) -> add(program, contender, samples));
			Collections.rotate(order, 1);
		}
	}

	private void add(LoadProgram program, Contender contender, List<Sample> samples) {
		for (Sample sample : samples) {
			of(program).computeIfAbsent(sample.series(), (key) -> new LinkedHashMap<>())
				.computeIfAbsent(contender, (key) -> new ArrayList<>())
				.add(sample);
		}
	}

	private Map<String, Map<Contender, List<Sample>>> of(LoadProgram program) {
		return this.samples.computeIfAbsent(program, (key) -> new LinkedHashMap<>());
	}

	Set<LoadProgram> programs() {
		return this.samples.keySet();
	}

	Set<String> series(LoadProgram program) {
		return of(program).keySet();
	}

	Set<Contender> contenders(LoadProgram program, String series) {
		return new TreeSet<>(bySeries(program, series).keySet());
	}

	private Map<Contender, List<Sample>> bySeries(LoadProgram program, String series) {
		return Objects.requireNonNull(of(program).get(series), series);
	}

	private List<Sample> rounds(LoadProgram program, String series, Contender contender) {
		return Objects.requireNonNull(bySeries(program, series).get(contender), contender::label);
	}

	/** The median of a value over the rounds. */
	double median(LoadProgram program, String series, Contender contender, ToDoubleFunction<Sample> value) {
		return Ratio.median(rounds(program, series, contender).stream().mapToDouble(value));
	}

	/** How many times as much a contender took as another one. */
	Ratio ratio(LoadProgram program, String series, Contender contender, Contender base,
			ToDoubleFunction<Sample> value) {
		List<Sample> own = rounds(program, series, contender);
		List<Sample> other = rounds(program, series, base);
		double[] ratios = new double[Math.min(own.size(), other.size())];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = value.applyAsDouble(own.get(i)) / value.applyAsDouble(other.get(i));
		}
		return Ratio.of(DoubleStream.of(ratios));
	}

}
