package io.pystrix.internal;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the JVM running while something is in service that has daemon threads only. One
 * thread of the JVM does so for all; there is none while nothing is in service.
 *
 * @since 0.1.0
 */
public final class StayAlive {

	private static final Set<Object> IN_SERVICE = new HashSet<>();

	private static @Nullable Thread thread;

	private StayAlive() {
	}

	/**
	 * Keeps the JVM running from now on.
	 * @param service what is in service; compared by {@code equals}
	 */
	public static void begin(Object service) {
		synchronized (IN_SERVICE) {
			if (thread == null) {
				// Belongs to no caller, so it inherits nothing of the first one
				Thread started = new Thread(null, StayAlive::stay, "pystrix-stay-alive", 0, false);
				started.setContextClassLoader(StayAlive.class.getClassLoader());
				started.setDaemon(false);
				started.start();
				thread = started;
			}
			IN_SERVICE.add(service);
		}
	}

	/**
	 * Lets the JVM end, unless something else is in service. Does nothing if the service
	 * has ended already.
	 * @param service what is no longer in service
	 */
	public static void end(Object service) {
		synchronized (IN_SERVICE) {
			IN_SERVICE.remove(service);
			IN_SERVICE.notifyAll();
		}
	}

	private static void stay() {
		synchronized (IN_SERVICE) {
			while (!IN_SERVICE.isEmpty()) {
				try {
					IN_SERVICE.wait();
				}
				catch (InterruptedException ex) {
					// An interruption does not end a service
				}
			}
			thread = null;
		}
	}

}
