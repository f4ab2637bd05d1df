package io.pystrix.agi.process;

import java.util.Arrays;

/**
 * Notices that the Java VM is shut down while a call is served, unless the script itself
 * does it.
 */
@FunctionalInterface
interface Shutdown {

	/** Notices nothing. */
	Shutdown NONE = () -> {
	};

	/**
	 * Ends the notice.
	 */
	void forget();

	/**
	 * Runs an action if the Java VM is shut down before this is forgotten.
	 * @param action the action
	 * @return what to forget at the end of the call
	 */
	static Shutdown duringCall(Runnable action) {
		Thread script = Thread.currentThread();
		Thread hook = new Thread(() -> {
			if (!exits(script)) {
				action.run();
			}
		}, "process-agi-shutdown");
		Runtime.getRuntime().addShutdownHook(hook);
		return () -> {
			try {
				Runtime.getRuntime().removeShutdownHook(hook);
			}
			catch (IllegalStateException ex) {
				// It is too late: the Java VM is being shut down
			}
		};
	}

	private static boolean exits(Thread script) {
		return Arrays.stream(script.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals("java.lang.Runtime")
					&& frame.getMethodName().equals("exit"));
	}

}
