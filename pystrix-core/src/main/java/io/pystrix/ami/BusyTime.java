package io.pystrix.ami;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import io.pystrix.ami.message.AmiAction;
import org.jspecify.annotations.Nullable;

/**
 * How long Asterisk may be busy with an action that it has not answered. One thread of
 * Asterisk serves a session, one action after the other: while it executes an action, it
 * answers no ping ({@code session_do} and {@code process_message} in main/manager.c, 13
 * to 23). A keep-alive that finds an unanswered action therefore waits, but not forever:
 * the link may have died behind it.
 */
final class BusyTime {

	/**
	 * Asterisk answers a ping at once ({@code action_ping}, main/manager.c, 13 to 23).
	 */
	private static final String PING = "ping";

	private static final String ORIGINATE = "originate";

	/**
	 * Actions whose work has no bound of its own: CLI commands ({@code action_command}),
	 * reloads ({@code action_reload}; {@code action_updateconfig} with {@code Reload};
	 * {@code manager_moduleload}), all in main/manager.c, and the deletion of a whole
	 * family ({@code manager_dbdeltree} in main/db.c). The same in 13 to 23.
	 */
	private static final Set<String> SLOW = Set.of("command", "reload", "updateconfig", "moduleload", "dbdeltree");

	private static final Duration SLOW_TIME = Duration.ofMinutes(1);

	/** Without the header ({@code action_originate}, main/manager.c, 13 to 23). */
	private static final Duration ORIGINATE_TIMEOUT = Duration.ofSeconds(30);

	private static final Duration ORIGINATE_MARGIN = Duration.ofSeconds(10);

	/**
	 * How many times the usual timeout any other action may take, which may wait for a
	 * lock, a database or a web server inside Asterisk.
	 */
	private static final int ANY_FACTOR = 3;

	private BusyTime() {
	}

	/**
	 * Returns how long Asterisk may be busy with an action.
	 * @param action the action
	 * @param timeout how long the caller waits for its answer
	 * @param usualTimeout how long callers wait if they say nothing else
	 * @return the time from sending the action on
	 */
	static Duration of(AmiAction<?> action, Duration timeout, Duration usualTimeout) {
		String name = action.name().toLowerCase(Locale.ROOT);
		if (name.equals(PING)) {
			return timeout;
		}
		Duration time = longer(timeout, usualTimeout.multipliedBy(ANY_FACTOR));
		if (name.equals(ORIGINATE) && !isTrue(action.get("Async"))) {
			return longer(time, ringing(action.get("Timeout")).plus(ORIGINATE_MARGIN));
		}
		return (SLOW.contains(name)) ? longer(time, SLOW_TIME) : time;
	}

	/**
	 * Asterisk reads an int of milliseconds and refuses anything else; zero and less ring
	 * without a limit ({@code ast_dial_set_global_timeout}, main/dial.c, 13 to 23).
	 */
	private static Duration ringing(@Nullable String timeout) {
		if (timeout == null || timeout.isEmpty()) {
			return ORIGINATE_TIMEOUT;
		}
		try {
			int millis = Integer.parseInt(timeout.strip());
			return (millis > 0) ? Duration.ofMillis(millis) : SLOW_TIME;
		}
		catch (NumberFormatException ex) {
			return Duration.ZERO;
		}
	}

	/** As {@code ast_true} in main/utils.c, 13 to 23. */
	private static boolean isTrue(@Nullable String value) {
		return value != null
				&& Set.of("yes", "true", "y", "t", "1", "on").contains(value.strip().toLowerCase(Locale.ROOT));
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

}
