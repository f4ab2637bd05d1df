package io.pystrix.benchmarks.load;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The ratios of several rounds.
 *
 * @param median the one in the middle
 * @param lowest the lowest
 * @param highest the highest
 */
record Ratio(double median, double lowest, double highest) {

	static Ratio of(DoubleStream ratios) {
		double[] sorted = ratios.sorted().toArray();
		return new Ratio(median(DoubleStream.of(sorted)), sorted[0], sorted[sorted.length - 1]);
	}

	static double median(DoubleStream values) {
		double[] sorted = values.sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	/** The other way round: the speed instead of the time. */
	Ratio inverse() {
		return new Ratio(1 / this.median, 1 / this.highest, 1 / this.lowest);
	}

	@Override
	public String toString() {
		return (this.lowest == 1 && this.highest == 1) ? "1"
				: String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", this.median, this.lowest, this.highest);
	}

}
