package io.pystrix.test.pbx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The one lock of the simulated PBX, and its time. Whoever reads or changes a channel, a
 * bridge or a queue holds it; a channel's thread holds it always but while it waits. So
 * everything between two waits happens at once, and events have one order.
 */
final class Monitor {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final double speed;

	Monitor(double speed) {
		this.speed = speed;
	}

	double speed() {
		return this.speed;
	}

	void run(Runnable task) {
		get(() -> {
			task.run();
			return true;
		});
	}

	<T> T get(Supplier<T> task) {
		this.lock.lock();
		try {
			return task.get();
		}
		finally {
			this.changed.signalAll();
			this.lock.unlock();
		}
	}

	/**
	 * Do something that takes long or waits for somebody, such as connecting to a server,
	 * without the lock.
	 */
	<T> T unlocked(Callable<T> task) throws Exception {
		this.changed.signalAll();
		this.lock.unlock();
		try {
			return task.call();
		}
		finally {
			this.lock.lock();
		}
	}

	/**
	 * Let others do something until this is true.
	 */
	void await(BooleanSupplier done) throws InterruptedException {
		this.changed.signalAll();
		while (!done.getAsBoolean()) {
			this.changed.await();
		}
	}

	/**
	 * Let others do something until this is true or it is too late.
	 * @param deadline a time of {@link #after(Duration)}
	 * @return whether it is true
	 */
	boolean await(long deadline, BooleanSupplier done) throws InterruptedException {
		this.changed.signalAll();
		while (!done.getAsBoolean()) {
			long left = deadline - System.nanoTime();
			if (left <= 0) {
				return false;
			}
			this.changed.awaitNanos(left);
		}
		return true;
	}

	/**
	 * Wait five seconds of real time at most, for what others do at once. May be called
	 * with the lock and without.
	 */
	void awaitSoon(BooleanSupplier done) throws InterruptedException {
		this.lock.lock();
		try {
			await(System.nanoTime() + TimeUnit.SECONDS.toNanos(5), done);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * When a duration of the PBX' own time will be over.
	 */
	long after(Duration duration) {
		return System.nanoTime()
				+ (long) (Math.min(duration.toMillis(), TimeUnit.DAYS.toMillis(365)) * 1_000_000 / this.speed);
	}

	/**
	 * How much of the PBX' own time has passed.
	 * @param start an earlier value of {@link System#nanoTime()}
	 */
	Duration since(long start) {
		return Duration.ofNanos((long) ((System.nanoTime() - start) * this.speed));
	}

}
