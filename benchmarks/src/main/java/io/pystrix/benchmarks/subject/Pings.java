package io.pystrix.benchmarks.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Ping and its answer, by one caller and by 32 that share a connection.
 */
public final class Pings {

	private static final int MANY = 32;

	private Pings() {
	}

	/**
	 * Runs the pings and prints a sample for each number of callers.
	 * @param contender who is measured
	 * @param port where the peer listens
	 * @throws Exception if it fails
	 */
	public static void run(Contender contender, int port) throws Exception {
		ping(contender, port, "1 caller", 1, 30_000);
		if (contender != Contender.RAW_HANDOVER) {
			ping(contender, port, MANY + " callers", MANY, 6_000);
		}
	}

	private static void ping(Contender contender, int port, String series, int callers, int each) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(callers);
		try (AmiClient client = AmiClient.connect(contender, port, new FloodMeter(), callers)) {
			measure(executor, client, series + ", the first", callers, each / 3).print();
			Usage.awaitIdle();
			ping(executor, client, callers, each / 3);
			Usage.awaitIdle();
			measure(executor, client, series, callers, each).print();
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static Sample measure(ExecutorService executor, AmiClient client, String series, int callers, int each)
			throws Exception {
		long cpu = Usage.cpuNanos();
		long allocated = Usage.allocatedBytes();
		long start = System.nanoTime();
		ping(executor, client, callers, each);
		long wall = System.nanoTime() - start;
		return new Sample(series, (long) callers * each, wall, Usage.cpuNanos() - cpu, Usage.peakKib(),
				Usage.allocatedBytes() - allocated);
	}

	private static void ping(ExecutorService executor, AmiClient client, int callers, int each) throws Exception {
		List<Future<?>> running = new ArrayList<>();
		for (int i = 0; i < callers; i++) {
			running.add(executor.submit(() -> {
				for (int ping = 0; ping < each; ping++) {
					client.ping();
				}
				return null;
			}));
		}
		for (Future<?> caller : running) {
			caller.get();
		}
	}

}
