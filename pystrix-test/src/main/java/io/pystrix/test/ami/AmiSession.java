package io.pystrix.test.ami;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: a thread that reads and answers, and a thread that writes.
 */
final class AmiSession {

	private static final Logger logger = LoggerFactory.getLogger(AmiSession.class);

	private final int number;

	private final Socket socket;

	private final AmiSimulator simulator;

	private final SessionOutput output;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final String challenge = Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));

	private final List<EventFilter> filters = new CopyOnWriteArrayList<>();

	private final ReentrantLock loginLock = new ReentrantLock();

	private volatile boolean challenged;

	private volatile boolean authenticated;

	private volatile EventMask mask = EventMask.ON;

	AmiSession(int number, Socket socket, AmiSimulator simulator, SessionOutput output) {
		this.number = number;
		this.socket = socket;
		this.simulator = simulator;
		this.output = output;
	}

	void start(String greeting) {
		write((greeting + "\r\n").getBytes(StandardCharsets.UTF_8));
		startThread("reader", this::readRequests);
		startThread("writer", this::writeOutput);
	}

	private void startThread(String duty, Runnable task) {
		Thread thread = new Thread(task, "ami-simulator-" + this.number + "-" + duty);
		thread.setDaemon(true);
		thread.start();
	}

	private void readRequests() {
		try {
			RequestReader reader = new RequestReader(this.socket.getInputStream());
			for (RequestReader.Message message = reader.read(); message != null; message = reader.read()) {
				AmiRequest request = new AmiRequest(this.number, message.frame());
				if (message.fault() == null) {
					this.simulator.record(request);
				}
				AmiAnswer answer = (message.fault() != null) ? AmiAnswer.error(message.fault())
						: this.simulator.answer(this, request);
				send(answer, request.actionId());
			}
		}
		catch (IOException ex) {
			logger.debug("AMI session {} ended: {}", this.number, ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException | AssertionError ex) {
			logger.error("AMI session {}: a handler failed", this.number, ex);
		}
		finally {
			this.output.abandon();
		}
	}

	private void send(AmiAnswer answer, @Nullable String actionId) throws InterruptedException, IOException {
		if (this.closed.await(answer.delay().toNanos(), TimeUnit.NANOSECONDS)) {
			return;
		}
		write(answer.toBytes(actionId));
		Runnable next = answer.next();
		if (next != null) {
			next.run();
		}
		if (answer.closing()) {
			this.output.finish();
			this.closed.await();
		}
	}

	private void writeOutput() {
		try {
			this.output.drainTo(this.socket.getOutputStream());
		}
		catch (IOException ex) {
			logger.debug("AMI session {} cannot be written to: {}", this.number, ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			close();
		}
	}

	void write(byte[] bytes) {
		if (bytes.length > 0) {
			this.output.add(bytes);
		}
	}

	/**
	 * Deliver an event if the session is logged in and wants it.
	 */
	void deliver(AmiFrame event) {
		this.loginLock.lock();
		try {
			if (this.authenticated && this.mask.accepts(event.get("Privilege"))
					&& EventFilter.passes(this.filters, event)) {
				write(event.toBytes());
			}
		}
		finally {
			this.loginLock.unlock();
		}
	}

	/**
	 * Log in. A client that has seen the response gets every event from then on, so both
	 * happen at once.
	 */
	void login(byte[] response) {
		this.loginLock.lock();
		try {
			write(response);
			this.authenticated = true;
		}
		finally {
			this.loginLock.unlock();
		}
	}

	void finish() {
		this.output.finish();
	}

	void reset() {
		try {
			this.socket.setSoLinger(true, 0);
		}
		catch (SocketException ex) {
			logger.trace("Already closed", ex);
		}
		close();
	}

	void close() {
		this.output.abort();
		this.closed.countDown();
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			logger.trace("Already closed", ex);
		}
		this.simulator.ended(this);
	}

	boolean awaitClosed(Duration timeout) throws InterruptedException {
		return this.closed.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
	}

	void freeze(boolean frozen) {
		this.output.freeze(frozen);
	}

	String issueChallenge() {
		this.challenged = true;
		return this.challenge;
	}

	@Nullable String issuedChallenge() {
		return this.challenged ? this.challenge : null;
	}

	boolean isAuthenticated() {
		return this.authenticated;
	}

	EventMask mask() {
		return this.mask;
	}

	void mask(EventMask mask) {
		this.mask = mask;
	}

	void add(EventFilter filter) {
		this.filters.add(filter);
	}

}
