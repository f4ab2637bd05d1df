package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.internal.LogLimit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes connections until the server socket is closed, and never waits for a caller.
 */
final class Acceptor implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(FastAgiServer.class);

	// Out of file descriptors, as a rule: the next attempt would fail as fast as this one
	private static final long PAUSE_MILLIS = 200;

	private static final long LOOK_MILLIS = 100;

	private final ServerSocket serverSocket;

	private final List<ClientNetwork> allowed;

	private final Function<Socket, FastAgiCall> calls;

	private final Reception reception;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final LogLimit warnings = new LogLimit(1);

	Acceptor(ServerSocket serverSocket, List<ClientNetwork> allowed, Function<Socket, FastAgiCall> calls,
			Reception reception) {
		this.serverSocket = serverSocket;
		this.allowed = allowed;
		this.calls = calls;
		this.reception = reception;
	}

	@Override
	public void run() {
		while (this.closed.getCount() > 0) {
			try {
				takeNext();
			}
			catch (InterruptedException ex) {
				logger.debug("Nobody interrupts this thread to end it; going on");
			}
		}
	}

	private void takeNext() throws InterruptedException {
		try {
			take(this.serverSocket.accept());
		}
		catch (IOException | RuntimeException | Error ex) {
			failed(ex);
		}
	}

	void close() {
		this.closed.countDown();
		try {
			this.serverSocket.close();
		}
		catch (IOException ex) {
			logger.debug("Closing the server socket failed", ex);
		}
	}

	/**
	 * Takes connections on this thread until one of them is a call, which has ended then.
	 * The reception has to serve calls on the thread that it takes them on.
	 * @param end the time to give up at, of {@link System#nanoTime}
	 * @return whether there was a call
	 */
	boolean serveOne(long end) throws InterruptedException {
		long left = Math.max(end - System.nanoTime(), 1);
		while (this.closed.getCount() > 0 && left > 0) {
			try {
				// Nothing else makes the wait end when this thread is interrupted
				this.serverSocket.setSoTimeout((int) Math.min(LOOK_MILLIS, left / 1_000_000 + 1));
				if (take(this.serverSocket.accept()).isCall()) {
					return true;
				}
			}
			catch (SocketTimeoutException ex) {
				logger.trace("No call yet");
			}
			catch (IOException | RuntimeException | Error ex) {
				failed(ex);
			}
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			left = end - System.nanoTime();
		}
		return false;
	}

	private FastAgiCall take(Socket socket) throws IOException {
		FastAgiCall call = this.calls.apply(socket);
		@Nullable RefusalReason refusal = RefusalReason.NO_THREAD;
		try {
			refusal = admit(socket, call);
		}
		finally {
			if (refusal != null) {
				call.refuse(refusal);
			}
		}
		return call;
	}

	private @Nullable RefusalReason admit(Socket socket, FastAgiCall call) throws IOException {
		if (!isAllowed(socket)) {
			this.warnings.warn(logger, "Refused a client that is not allowed: " + call.remote(), null);
			return RefusalReason.NOT_ALLOWED;
		}
		socket.setTcpNoDelay(true);
		return this.reception.receive(call);
	}

	private boolean isAllowed(Socket socket) {
		return this.allowed.isEmpty()
				|| this.allowed.stream().anyMatch((network) -> network.contains(socket.getInetAddress()));
	}

	private void failed(Throwable cause) throws InterruptedException {
		if (this.closed.getCount() > 0) {
			this.warnings.warn(logger, "FastAGI server cannot take a call, trying again", cause);
			this.closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

}
