package io.pystrix.test.agi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What went over the wire in both directions.
 */
final class Transcript {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition added = this.lock.newCondition();

	private final StringBuilder text = new StringBuilder();

	private final List<String> commands = new ArrayList<>();

	void sent(String line) {
		this.lock.lock();
		try {
			this.text.append("Asterisk: ").append(line).append('\n');
		}
		finally {
			this.lock.unlock();
		}
	}

	void received(String command) {
		this.lock.lock();
		try {
			this.text.append("  script: ").append(command).append('\n');
			this.commands.add(command);
			this.added.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	void note(String note) {
		this.lock.lock();
		try {
			this.text.append("          (").append(note).append(")\n");
		}
		finally {
			this.lock.unlock();
		}
	}

	List<String> commands() {
		this.lock.lock();
		try {
			return List.copyOf(this.commands);
		}
		finally {
			this.lock.unlock();
		}
	}

	String awaitCommand(String start, Duration timeout) {
		long nanos = timeout.toNanos();
		this.lock.lock();
		try {
			while (true) {
				for (String command : this.commands) {
					if (AgiWords.begins(command, start)) {
						return command;
					}
				}
				if (nanos <= 0) {
					throw new AssertionError(
							"The script did not send '" + start + "' within " + timeout + ":\n" + this);
				}
				nanos = this.added.awaitNanos(nanos);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while waiting for '" + start + "'", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public String toString() {
		this.lock.lock();
		try {
			return this.text.toString();
		}
		finally {
			this.lock.unlock();
		}
	}

}
