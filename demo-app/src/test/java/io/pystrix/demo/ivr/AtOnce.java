package io.pystrix.demo.ivr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What many calls do at the same time.
 */
public final class AtOnce {

	private AtOnce() {
	}

	/**
	 * Does something sixteen times, eight times at once.
	 * @param task what to do
	 * @param <T> the type of the results
	 * @return the results
	 */
	public static <T> List<T> run(Callable<T> task) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<T> results = new ArrayList<>();
			for (Future<T> result : threads.invokeAll(Collections.nCopies(16, task))) {
				results.add(result.get());
			}
			return results;
		}
		finally {
			threads.shutdown();
		}
	}

}
