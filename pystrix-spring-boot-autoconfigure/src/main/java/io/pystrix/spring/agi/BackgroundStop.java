package io.pystrix.spring.agi;

/**
 * Stops a server that waits for its calls while the other components of its phase stop.
 */
final class BackgroundStop {

	private BackgroundStop() {
	}

	/**
	 * Stops a server.
	 * @param threadName the name of the thread that does so
	 * @param stop stops it, and takes its time
	 * @param callback is called in any case
	 */
	static void run(String threadName, Runnable stop, Runnable callback) {
		new Thread(() -> {
			try {
				stop.run();
			}
			finally {
				callback.run();
			}
		}, threadName).start();
	}

}
