package io.pystrix.agi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * An executor that does not run what it is given, until it is made willing. It keeps the
 * tasks, so that a test can run them too late.
 */
public final class UnwillingExecutor implements Executor {

	private final Manner manner;

	private final List<Runnable> kept = new ArrayList<>();

	private final CountDownLatch released = new CountDownLatch(1);

	private volatile boolean willing = false;

	public UnwillingExecutor(Manner manner) {
		this.manner = manner;
	}

	@Override
	public void execute(Runnable task) {
		if (this.willing) {
			new Thread(task).start();
			return;
		}
		synchronized (this.kept) {
			this.kept.add(task);
		}
		this.manner.take(task, this.released);
	}

	/** Whether it has been given so many tasks that it did not run. */
	public boolean hasTaken(int tasks) {
		synchronized (this.kept) {
			return this.kept.size() == tasks;
		}
	}

	/** Runs every task from now on. */
	public void becomeWilling() {
		this.willing = true;
	}

	/**
	 * Runs, on this thread, what was kept; a call of {@link #execute} that blocks ends.
	 */
	public void runLate() {
		this.released.countDown();
		List<Runnable> late;
		synchronized (this.kept) {
			late = List.copyOf(this.kept);
		}
		late.forEach(Runnable::run);
	}

	/** How it does not run a task. */
	public enum Manner {

		KEEPS {
			@Override
			void take(Runnable task, CountDownLatch released) {
				// Nothing more comes of it
			}
		},

		DISCARDS {
			@Override
			void take(Runnable task, CountDownLatch released) {
				ThreadPoolExecutor full = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>(),
						new ThreadPoolExecutor.DiscardPolicy());
				CountDownLatch busy = new CountDownLatch(1);
				full.execute(() -> uninterrupted(busy));
				full.execute(task);
				busy.countDown();
				full.shutdown();
			}
		},

		BLOCKS {
			@Override
			void take(Runnable task, CountDownLatch released) {
				uninterrupted(released);
			}
		};

		abstract void take(Runnable task, CountDownLatch released);

		private static void uninterrupted(CountDownLatch latch) {
			try {
				latch.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
