package io.pystrix.benchmarks.subject;

import java.io.IOException;

import io.pystrix.benchmarks.peer.AmiPeer;

/**
 * A list of many items, twice in one JVM: the first finds it cold.
 */
public final class Lists {

	private Lists() {
	}

	/**
	 * Asks for the lists and prints a sample of each.
	 * @param contender who is measured
	 * @param port where the peer listens
	 * @throws Exception if it fails
	 */
	public static void run(Contender contender, int port) throws Exception {
		try (AmiClient client = AmiClient.connect(contender, port, new FloodMeter(), 1)) {
			measure("first list", client).print();
			measure("second list", client).print();
		}
	}

	private static Sample measure(String series, AmiClient client) throws Exception {
		long cpu = Usage.cpuNanos();
		long allocated = Usage.allocatedBytes();
		long start = System.nanoTime();
		int items = client.list();
		long wall = System.nanoTime() - start;
		if (items != AmiPeer.LIST) {
			throw new IOException("The list has " + items + " items");
		}
		return new Sample(series, items, wall, Usage.cpuNanos() - cpu, Usage.peakKib(),
				Usage.allocatedBytes() - allocated);
	}

}
