package io.pystrix.benchmarks.subject;

/**
 * Events to one listener, four floods in one JVM: the first finds it cold.
 */
public final class Flood {

	private Flood() {
	}

	/**
	 * Runs the floods and prints a sample of each.
	 * @param contender who is measured
	 * @param port where the peer listens
	 * @throws Exception if it fails
	 */
	public static void run(Contender contender, int port) throws Exception {
		FloodMeter meter = new FloodMeter();
		try (AmiClient client = AmiClient.connect(contender, port, meter, 1)) {
			meter.measure("first flood", false, client).print();
			meter.measure("second flood", false, client).print();
			meter.measure("third flood, two headers of each event read", true, client).print();
			client.ignoreEvents();
			meter.measureUnheard("fourth flood, nobody listens", client).print();
		}
	}

}
