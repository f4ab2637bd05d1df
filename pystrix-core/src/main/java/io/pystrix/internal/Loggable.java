package io.pystrix.internal;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Makes what user code has thrown fit for a log. The message of an exception is user code
 * as well: if it throws, logging it throws, and whatever was to happen after that line
 * does not happen.
 *
 * @since 0.1.0
 */
public final class Loggable {

	private Loggable() {
	}

	/**
	 * Returns what to log in the place of a throwable.
	 * @param thrown what user code has thrown
	 * @return the throwable itself; if it or one of its causes cannot be read, an
	 * exception that names its class and has its stack trace
	 */
	public static Throwable of(Throwable thrown) {
		try {
			read(thrown);
			return thrown;
		}
		catch (Throwable unreadable) {
			return new UnreadableException(thrown);
		}
	}

	private static void read(Throwable thrown) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Throwable> unread = new ArrayDeque<>();
		unread.add(thrown);
		while (!unread.isEmpty()) {
			Throwable next = unread.remove();
			if (seen.add(next)) {
				// The two that loggers and Throwable itself call
				next.getLocalizedMessage();
				next.toString().length();
				next.getMessage();
				next.getStackTrace();
				if (next.getCause() != null) {
					unread.add(next.getCause());
				}
				Collections.addAll(unread, next.getSuppressed());
			}
		}
	}

	private static final class UnreadableException extends Exception {

		private static final long serialVersionUID = 1L;

		UnreadableException(Throwable thrown) {
			super(thrown.getClass().getName() + ", whose message cannot be read");
			try {
				setStackTrace(thrown.getStackTrace());
			}
			catch (Throwable ex) {
				// Its own says at least where it was caught
			}
		}

	}

}
