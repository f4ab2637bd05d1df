package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.pystrix.agi.internal.CallGate;
import io.pystrix.agi.internal.ServerLifecycle;
import io.pystrix.internal.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What exists between one start of a server and the next stop.
 */
final class ServerRun implements ServerLifecycle.Run {

	private static final Logger logger = LoggerFactory.getLogger(FastAgiServer.class);

	private static final Duration ACCEPTOR_END = Duration.ofSeconds(2);

	private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final InetSocketAddress address;

	private final CallGate<FastAgiCall> gate;

	private final Lingering lingering = new Lingering();

	private final Reception reception;

	private final Acceptor acceptor;

	private final Duration writeLimit;

	private final @Nullable Thread thread;

	// One call at a time, where there is no thread to take them
	private final ReentrantLock turn = new ReentrantLock();

	private final CountDownLatch stopped = new CountDownLatch(1);

	private ServerRun(ServerSocket serverSocket, ServerContext context, boolean oneByOne) {
		FastAgiSettings settings = context.settings();
		this.address = (InetSocketAddress) serverSocket.getLocalSocketAddress();
		String name = "fastagi-" + this.address.getPort() + "-";
		Executor own = (oneByOne) ? Runnable::run : Threads.perTask(name + "call-");
		Executor executor = (oneByOne) ? null : settings.executor();
		this.gate = new CallGate<>(settings.maxCalls(), settings.whenFull() == WhenFull.QUEUE, own, executor,
				settings.handshakeTimeout(), logger);
		this.reception = new Reception(this.gate, own, executor == null);
		this.acceptor = new Acceptor(serverSocket, settings.allowedClients(),
				(socket) -> new FastAgiCall(socket, context, this.lingering), this.reception);
		this.writeLimit = settings.handshakeTimeout();
		this.thread = (oneByOne) ? null : thread(this.acceptor, name + "acceptor");
	}

	/**
	 * Listens, and takes calls on a thread of its own.
	 */
	static ServerRun start(ServerContext context) throws IOException {
		ServerRun run = open(context, false);
		Objects.requireNonNull(run.thread).start();
		return run;
	}

	/**
	 * Listens, for someone who takes calls with {@link #serveOne}.
	 */
	static ServerRun oneByOne(ServerContext context) throws IOException {
		return open(context, true);
	}

	private static ServerRun open(ServerContext context, boolean oneByOne) throws IOException {
		FastAgiSettings settings = context.settings();
		ServerSocket serverSocket = new ServerSocket();
		try {
			serverSocket.setReuseAddress(true);
			serverSocket.bind(new InetSocketAddress(settings.address(), settings.port()), settings.backlog());
		}
		catch (IOException ex) {
			serverSocket.close();
			throw ex;
		}
		ServerRun run = new ServerRun(serverSocket, context, oneByOne);
		Threads.daemon("fastagi-" + run.address.getPort() + "-watchdog").newThread(run::watch).start();
		return run;
	}

	private static Thread thread(Acceptor acceptor, String name) {
		Thread thread = new Thread(acceptor, name);
		// Not a daemon: an application that is nothing but a FastAGI server has to live
		// on
		thread.setDaemon(false);
		return thread;
	}

	boolean isOneByOne() {
		return this.thread == null;
	}

	/**
	 * Serves one call on this thread.
	 * @return whether one came in time
	 */
	boolean serveOne(Duration timeout) throws InterruptedException {
		long end = System.nanoTime() + timeout.toNanos();
		if (!this.turn.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
			return false;
		}
		try {
			return this.acceptor.serveOne(end);
		}
		finally {
			this.turn.unlock();
		}
	}

	/**
	 * Waits until the run has been stopped, by whomever.
	 */
	void awaitStopped() throws InterruptedException {
		this.stopped.await();
	}

	InetSocketAddress address() {
		return this.address;
	}

	CallGate<FastAgiCall> gate() {
		return this.gate;
	}

	/** How many connections have not said yet what they want. */
	int handshakes() {
		return this.reception.count();
	}

	/**
	 * Asterisk reads at once; a script that cannot send would wait for ever. Nor would
	 * handshakes end: with a time-out of the socket's own, which is the other way, every
	 * later read of the call takes three system calls instead of one.
	 */
	private void watch() {
		long limit = this.writeLimit.toNanos();
		long period = Math.min(limit / 2, LOOK_NANOS);
		long pause = period;
		try {
			while (!this.stopped.await(pause, TimeUnit.NANOSECONDS)) {
				pause = Math.min(this.reception.endLate(limit), period);
				this.lingering.sweep();
				for (FastAgiCall call : this.gate.running()) {
					call.keepAlive();
					if (call.closeIfStuck(this.writeLimit)) {
						logger.warn("Ended the AGI call of {}, which does not read", call);
					}
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop(Duration grace) {
		this.acceptor.close();
		this.reception.close();
		this.gate.stop(grace, "FastAGI server on " + this.address);
		try {
			if (this.thread != null) {
				this.thread.join(ACCEPTOR_END.toMillis());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.lingering.close();
			this.stopped.countDown();
		}
	}

}
