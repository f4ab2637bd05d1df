package io.pystrix.benchmarks.subject;

/**
 * What a contender took for some work.
 *
 * @param series the work
 * @param units how many units were done: events that reached the listener, pings, calls
 * @param wallNanos the time that passed
 * @param cpuNanos the processor time that the contender's process used in it
 * @param peakKib the most memory that the process had until then
 * @param allocatedBytes what it allocated on the heap meanwhile
 */
public record Sample(String series, long units, long wallNanos, long cpuNanos, long peakKib, long allocatedBytes) {

	private static final String PREFIX = "sample";

	/**
	 * Reads what {@link #print()} has written.
	 * @param line a line of a child
	 * @return the sample
	 */
	public static Sample parse(String line) {
		String[] parts = line.split("\\|");
		if (parts.length != 7 || !PREFIX.equals(parts[0])) {
			throw new IllegalArgumentException("Not a sample: " + line);
		}
		return new Sample(parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]), Long.parseLong(parts[4]),
				Long.parseLong(parts[5]), Long.parseLong(parts[6]));
	}

	void print(String other) {
		new Sample(other, this.units, this.wallNanos, this.cpuNanos, this.peakKib, this.allocatedBytes).print();
	}

	void print() {
		System.out
			.println(String.join("|", PREFIX, this.series, Long.toString(this.units), Long.toString(this.wallNanos),
					Long.toString(this.cpuNanos), Long.toString(this.peakKib), Long.toString(this.allocatedBytes)));
	}

}
