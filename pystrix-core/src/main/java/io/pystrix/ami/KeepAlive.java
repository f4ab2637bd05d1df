package io.pystrix.ami;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.pystrix.ami.action.PingAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out that a link is dead though nobody says so: pings at an interval, and ends the
 * connection if not a byte comes in answer. The ping also makes Asterisk send events that
 * it has forgotten to send.
 */
final class KeepAlive implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(Manager.class);

	private static final PingAction PING = new PingAction();

	private final Connection connection;

	private final Duration timeout;

	private final ScheduledExecutorService timer;

	private final Consumer<Duration> roundTrip;

	private final ScheduledFuture<?> schedule;

	private volatile @Nullable ScheduledFuture<?> check;

	KeepAlive(Connection connection, Duration interval, Duration timeout, ScheduledExecutorService timer,
			Consumer<Duration> roundTrip) {
		this.connection = connection;
		this.timeout = timeout;
		this.timer = timer;
		this.roundTrip = roundTrip;
		this.schedule = timer.scheduleWithFixedDelay(this, interval.toNanos(), interval.toNanos(),
				TimeUnit.NANOSECONDS);
	}

	@Override
	public void run() {
		try {
			ping();
		}
		catch (RuntimeException | Error ex) {
			// The timer would never call it again
			logger.warn("Cannot send a keep-alive ping to {}", this.connection.endpoint(), ex);
		}
	}

	private void ping() {
		long sent = System.nanoTime();
		// First, because sending may block in a link that is full; the check then ends it
		checkLater(sent);
		String id = this.connection.pending().idFor(PING);
		// Does not excuse that a later ping is not answered
		PendingAction ping = this.connection.send(PING, id, Duration.ZERO);
		ping.reply().whenComplete((reply, failure) -> {
			this.connection.pending().remove(id);
			if (failure == null) {
				this.roundTrip.accept(Duration.ofNanos(System.nanoTime() - sent));
			}
		});
	}

	private void checkLater(long sent) {
		this.check = this.timer.schedule(() -> check(sent), this.timeout.toNanos(), TimeUnit.NANOSECONDS);
	}

	private void check(long sent) {
		if (this.connection.lastReceived() - sent >= 0 || this.schedule.isCancelled()) {
			return;
		}
		if (this.connection.pending().mayBeBusySince(sent)) {
			checkLater(sent);
			return;
		}
		this.connection
			.fail(new ManagerConnectionException("Connection to %s is dead: nothing came within %d ms of a ping"
				.formatted(this.connection.endpoint(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent))));
	}

	void stop() {
		this.schedule.cancel(false);
		ScheduledFuture<?> check = this.check;
		if (check != null) {
			check.cancel(false);
		}
	}

}
