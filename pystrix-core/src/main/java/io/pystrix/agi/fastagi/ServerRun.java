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
import io.pystrix.internal.Threads;
import org.jspecify.annotations.Nullable;

/**
 * What exists between one start of a server and the next stop.
 */
final class ServerRun {

	private static final Duration ACCEPTOR_END = Duration.ofSeconds(2);

	private final InetSocketAddress address;

	private final CallGate<FastAgiCall> gate;

	private final Acceptor acceptor;

	private final @Nullable Thread thread;

	// One call at a time, where there is no thread to take them
	private final ReentrantLock turn = new ReentrantLock();

	private final CountDownLatch stopped = new CountDownLatch(1);

	private ServerRun(ServerSocket serverSocket, ServerContext context, boolean oneByOne) {
		FastAgiSettings settings = context.settings();
		this.address = (InetSocketAddress) serverSocket.getLocalSocketAddress();
		String name = "fastagi-" + this.address.getPort() + "-";
		this.gate = new CallGate<>(settings.maxCalls(), settings.whenFull() == WhenFull.QUEUE,
				(oneByOne) ? Runnable::run : executor(settings, name));
		this.acceptor = new Acceptor(serverSocket, settings.allowedClients(),
				(socket) -> new FastAgiCall(socket, context), this.gate);
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
		return new ServerRun(serverSocket, context, oneByOne);
	}

	private static Executor executor(FastAgiSettings settings, String name) {
		Executor executor = settings.executor();
		return (executor != null) ? executor : Threads.perTask(name + "call-");
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

	void stop(Duration grace) {
		this.acceptor.close();
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
			this.stopped.countDown();
		}
	}

}
