package io.pystrix.test.ami;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Knows what is wrong with all connections, and with those to come.
 */
final class FaultControl {

	private final Supplier<List<AmiSession>> sessions;

	private final BiConsumer<Boolean, Duration> restart;

	private final ConnectionFaults all = new ConnectionFaults();

	private final Deque<AmiConnectionFaults> next = new ConcurrentLinkedDeque<>();

	private final AtomicInteger refusedLogins = new AtomicInteger();

	private volatile boolean shuttingDown;

	FaultControl(Supplier<List<AmiSession>> sessions, BiConsumer<Boolean, Duration> restart) {
		this.sessions = sessions;
		this.restart = restart;
	}

	List<AmiSession> sessions() {
		return this.sessions.get();
	}

	/**
	 * Let something be wrong with all connections from now on.
	 */
	synchronized void change(Consumer<ConnectionFaults> change) {
		change.accept(this.all);
		sessions().forEach((session) -> session.change(change));
	}

	AmiConnectionFaults next() {
		AmiConnectionFaults faults = new AmiConnectionFaults();
		this.next.add(faults);
		return faults;
	}

	/**
	 * Make a session of a connection that has just come. No change of all connections
	 * passes it by.
	 * @param session is given what is wrong with it, and adds it to the sessions
	 */
	synchronized AmiSession connect(Function<ConnectionFaults, AmiSession> session) {
		ConnectionFaults faults = this.all.copy();
		AmiConnectionFaults own = this.next.poll();
		if (own != null) {
			own.applyTo(faults);
		}
		return session.apply(faults);
	}

	void shuttingDown(boolean shuttingDown) {
		this.shuttingDown = shuttingDown;
	}

	boolean isShuttingDown() {
		return this.shuttingDown;
	}

	void refuseLogins(int times) {
		this.refusedLogins.set(times);
	}

	/**
	 * Tell whether a login that has just come is to be refused, and count it.
	 */
	boolean refusesLogin() {
		return this.refusedLogins.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
	}

	void restart(boolean announced, Duration down) {
		this.restart.accept(announced, down);
	}

	void clear() {
		this.next.clear();
		this.refusedLogins.set(0);
		this.shuttingDown = false;
		change(ConnectionFaults::clear);
	}

}
