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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

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

	private final ConnectionFaults faults;

	private final SessionOutput output;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final String challenge = Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));

	private final List<EventFilter> filters = new CopyOnWriteArrayList<>();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition faultsChanged = this.lock.newCondition();

	private volatile boolean challenged;

	private volatile @Nullable AmiAccount account;

	private volatile @Nullable SessionReplay replay;

	private volatile @Nullable Thread replayer;

	private volatile ClassSet mask = ClassSet.ALL;

	AmiSession(int number, Socket socket, AmiSimulator simulator, ConnectionFaults faults) {
		this.number = number;
		this.socket = socket;
		this.simulator = simulator;
		this.faults = faults;
		this.output = new SessionOutput(faults);
	}

	void start(String greeting) {
		write((greeting + "\r\n").getBytes(StandardCharsets.UTF_8));
		write(this.faults.garbage);
		startThread("reader", this::readRequests);
		startThread("writer", this::writeOutput);
	}

	private Thread startThread(String duty, Runnable task) {
		Thread thread = new Thread(task, "ami-simulator-" + this.number + "-" + duty);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	private void readRequests() {
		try {
			RequestReader reader = new RequestReader(this.socket.getInputStream(), this.simulator.release());
			awaitHearing();
			for (RequestReader.Message message = reader.read(); message != null; message = reader.read()) {
				awaitHearing();
				AmiRequest request = new AmiRequest(this.number, message.frame());
				// What is slow from now on is not slow for a request that is here already
				Duration late = this.faults.answerDelay;
				if (message.fault() == null) {
					this.simulator.record(request);
				}
				AmiAnswer answer = (message.fault() != null) ? AmiAnswer.error(message.fault())
						: this.simulator.answer(this, request);
				send(answer.later(late), request.actionId());
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

	private void awaitHearing() throws InterruptedException {
		this.lock.lock();
		try {
			while (this.faults.deaf && this.closed.getCount() > 0) {
				this.faultsChanged.await();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Let something else be wrong with the connection.
	 */
	void change(Consumer<ConnectionFaults> change) {
		this.lock.lock();
		try {
			change.accept(this.faults);
			this.faultsChanged.signalAll();
		}
		finally {
			this.lock.unlock();
		}
		this.output.faultsChanged();
	}

	void send(AmiAnswer answer, @Nullable String actionId) throws InterruptedException {
		if (this.closed.await(answer.delay().toNanos(), TimeUnit.NANOSECONDS)) {
			return;
		}
		write(answer.toBytes(actionId, this.simulator.release()));
		Runnable next = answer.next();
		if (next != null) {
			next.run();
		}
		if (answer.closing()) {
			this.output.finish();
			this.closed.await();
		}
	}

	/**
	 * Answer a request from another thread than the connection's.
	 * @return {@code false} if the connection is closed
	 */
	boolean answer(AmiAnswer answer, @Nullable String actionId) {
		try {
			boolean open = this.closed.getCount() > 0;
			send(answer, actionId);
			return open;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Let a trace answer from now on.
	 */
	void play(SessionReplay trace) {
		this.replay = trace;
		Thread thread = startThread("replay", () -> {
			try {
				trace.play(this::write);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		this.replayer = thread;
		if (this.closed.getCount() == 0) {
			thread.interrupt();
		}
	}

	/**
	 * Tell whether a trace answers this request.
	 */
	boolean isReplayed(AmiRequest request) {
		SessionReplay trace = this.replay;
		return trace != null && trace.takes(request);
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
		deliver(event, event.toBytes());
	}

	void deliver(AmiFrame event, byte[] bytes) {
		this.lock.lock();
		try {
			if (accepts(event)) {
				write(bytes);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean accepts(AmiFrame event) {
		AmiAccount reader = this.account;
		if (reader == null || this.mask.isEmpty()) {
			return false;
		}
		List<String> classes = Privileges.ofEvent(event);
		return this.mask.containsAll(classes) && reader.readable().containsAll(classes)
				&& EventFilter.passes(this.filters, event);
	}

	/**
	 * Log in. A client that has seen the response gets every event from then on, so both
	 * happen at once.
	 */
	void login(AmiAccount account, AmiAnswer response, @Nullable String actionId) {
		this.lock.lock();
		try {
			this.account = account;
			write(response.toBytes(actionId, this.simulator.release()));
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Log out, before the client is told: when it knows, its account is free.
	 */
	void logoff() {
		this.lock.lock();
		try {
			this.account = null;
		}
		finally {
			this.lock.unlock();
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
		change((faults) -> {
		});
		// First, so that a client that sees the end finds its account free
		this.simulator.ended(this);
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			logger.trace("Already closed", ex);
		}
		Thread thread = this.replayer;
		if (thread != null) {
			thread.interrupt();
		}
	}

	boolean awaitClosed(Duration timeout) throws InterruptedException {
		return this.closed.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
	}

	String issueChallenge() {
		this.challenged = true;
		return this.challenge;
	}

	@Nullable String issuedChallenge() {
		return this.challenged ? this.challenge : null;
	}

	boolean isAuthenticated() {
		return this.account != null;
	}

	/**
	 * Who is logged in.
	 * @return the account's name, or {@code null} if nobody is
	 */
	@Nullable String username() {
		AmiAccount user = this.account;
		return (user != null) ? user.username() : null;
	}

	/**
	 * Tell whether who is logged in may use an action that needs one of these classes.
	 */
	boolean permits(List<String> classes) {
		AmiAccount user = this.account;
		return user != null && user.writable().permits(classes);
	}

	int number() {
		return this.number;
	}

	ConnectionFaults faults() {
		return this.faults;
	}

	ClassSet mask() {
		return this.mask;
	}

	void mask(ClassSet mask) {
		this.mask = mask;
	}

	void add(EventFilter filter) {
		this.filters.add(filter);
	}

}
