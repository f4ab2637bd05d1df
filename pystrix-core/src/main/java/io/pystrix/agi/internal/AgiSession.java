package io.pystrix.agi.internal;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiDeadChannelException;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiInvalidCommandException;
import io.pystrix.agi.AgiNoResultException;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiResultHangupException;
import io.pystrix.agi.AgiTimeoutException;
import io.pystrix.agi.AgiUnknownResponseException;
import io.pystrix.agi.AgiUsageException;
import io.pystrix.internal.Printable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine: one command at a time, and what its reply means for the session.
 *
 * @since 0.1.0
 */
public final class AgiSession extends CommandMethods {

	private static final Logger logger = LoggerFactory.getLogger(ScriptRunner.LOGGER);

	private static final Duration LOOK = Duration.ofMillis(1);

	private final AgiTransport transport;

	private final AgiEnvironment environment;

	private final HangupNotice hangup;

	private final @Nullable Duration commandTimeout;

	private final @Nullable CommandObserver observer;

	private final CallThread thread;

	// Not a monitor: on Java 21 to 23 a virtual thread that blocks in one holds its
	// carrier
	private final ReentrantLock lock = new ReentrantLock();

	private volatile boolean closed = false;

	private volatile boolean timedOut = false;

	private volatile boolean forged = false;

	/**
	 * Creates a session.
	 * @param transport carries the commands
	 * @param environment what Asterisk sent at the start
	 * @param hangup what the transport tells of hang-ups
	 * @param commandTimeout how long to wait for a reply, {@code null} for no limit
	 * @param observer is notified of commands, {@code null} for none
	 */
	public AgiSession(AgiTransport transport, AgiEnvironment environment, HangupNotice hangup,
			@Nullable Duration commandTimeout, @Nullable CommandObserver observer) {
		this(transport, environment, hangup, commandTimeout, observer, new CallThread());
	}

	/**
	 * Creates a session that may be aborted.
	 * @param transport carries the commands
	 * @param environment what Asterisk sent at the start
	 * @param hangup what the transport tells of hang-ups
	 * @param commandTimeout how long to wait for a reply, {@code null} for no limit
	 * @param observer is notified of commands, {@code null} for none
	 * @param thread the thread of the call
	 */
	public AgiSession(AgiTransport transport, AgiEnvironment environment, HangupNotice hangup,
			@Nullable Duration commandTimeout, @Nullable CommandObserver observer, CallThread thread) {
		this.thread = thread;
		this.transport = transport;
		this.environment = environment;
		this.hangup = hangup;
		this.commandTimeout = commandTimeout;
		this.observer = observer;
	}

	@Override
	public AgiEnvironment environment() {
		return this.environment;
	}

	@Override
	public <R> R execute(AgiCommand<R> command) {
		return execute(command, this.commandTimeout);
	}

	/**
	 * Executes a command within a time of its own.
	 * @param <R> what it results in
	 * @param command the command
	 * @param timeout how long to wait for the reply, {@code null} for no limit
	 * @return the result
	 * @throws IllegalArgumentException if the command is longer than the Asterisk of the
	 * call reads; nothing has been sent then, and the session goes on
	 */
	public <R> R execute(AgiCommand<R> command, @Nullable Duration timeout) {
		this.transport.check(command.line(), this.environment);
		return (this.observer != null) ? observed(command, timeout, this.observer) : unobserved(command, timeout);
	}

	private <R> R observed(AgiCommand<R> command, @Nullable Duration timeout, CommandObserver observer) {
		observer.started(command);
		long start = System.nanoTime();
		@Nullable AgiException failure = null;
		try {
			return unobserved(command, timeout);
		}
		catch (AgiException ex) {
			failure = ex;
			throw ex;
		}
		finally {
			observer.executed(command, Duration.ofNanos(System.nanoTime() - start), failure);
		}
	}

	private <R> R unobserved(AgiCommand<R> command, @Nullable Duration timeout) {
		AgiReply reply;
		this.lock.lock();
		boolean interrupted = this.thread.enter();
		try {
			reply = exchange(command, timeout);
		}
		finally {
			this.thread.leave(interrupted);
			this.lock.unlock();
			this.hangup.runCallbacks();
		}
		return command.result(reply);
	}

	@Override
	public boolean isHungUp() {
		// If the lock is taken, the command in flight notices a hang-up by itself
		if (!this.hangup.isKnown() && isUsable() && this.lock.tryLock()) {
			boolean interrupted = this.thread.enter();
			try {
				this.transport.poll(Deadline.in(LOOK));
			}
			catch (IOException ex) {
				lost(ex);
			}
			finally {
				this.thread.leave(interrupted);
				this.lock.unlock();
			}
		}
		this.hangup.runCallbacks();
		return this.hangup.isKnown();
	}

	@Override
	public void onHangup(Runnable callback) {
		this.hangup.onHangup(callback);
	}

	/**
	 * Whether commands may still be sent.
	 * @return whether the connection is up and in step
	 */
	public boolean isUsable() {
		return !this.closed && !this.timedOut;
	}

	/**
	 * Returns whether a thread executes a command.
	 * @return whether one may be reading from the connection
	 */
	public boolean isBusy() {
		return this.lock.isLocked();
	}

	/**
	 * Returns whether the session has ended although Asterisk still listens: a command
	 * was not answered in time, or a caller's text was taken for a reply.
	 * @return whether the dialplan can only be told by what needs no reply
	 */
	boolean isOutOfStep() {
		return this.timedOut || this.forged;
	}

	private AgiReply exchange(AgiCommand<?> command, @Nullable Duration timeout) {
		if (this.timedOut) {
			throw new AgiTimeoutException("An earlier command was not answered in time");
		}
		if (this.closed) {
			throw new AgiPipeClosedException("The connection to Asterisk is closed");
		}
		this.hangup.throwUntold();
		try {
			// What is here before the command goes out cannot be the reply to it
			this.transport.poll(Deadline.NOW);
			boolean known = this.hangup.isKnown();
			AgiReply reply = this.transport.exchange(command.line(), Deadline.in(timeout));
			if (this.observer != null) {
				this.observer.replied(command, reply);
			}
			check(reply);
			if (command.provesHangup(reply)) {
				this.hangup.raise();
				throw hangUp(command, reply);
			}
			if (!known && command.suggestsHangup(reply)) {
				this.transport.awaitNotice();
				if (this.hangup.isKnown()) {
					throw hangUp(command, reply);
				}
			}
			return reply;
		}
		catch (SocketTimeoutException ex) {
			this.timedOut = true;
			throw new AgiTimeoutException("No reply within " + timeout + " to " + shown(command));
		}
		catch (ForgedReplyException ex) {
			lost(ex);
			throw new AgiUnknownResponseException(String.valueOf(ex.getMessage()));
		}
		catch (LineTooLongException | IncompleteReplyException ex) {
			lost(ex);
			throw new AgiUnknownResponseException(ex.getMessage() + " came instead of a reply to " + command);
		}
		catch (IOException ex) {
			throw lost(ex);
		}
	}

	private AgiResultHangupException hangUp(AgiCommand<?> command, AgiReply reply) {
		this.hangup.told();
		return new AgiResultHangupException("Hang-up during " + shown(command), reply.items());
	}

	private String shown(AgiCommand<?> command) {
		return Printable.of(this.transport.shown(command.line()));
	}

	private void check(AgiReply reply) {
		switch (reply.code()) {
			case 200 -> {
				if (reply.items().isEmpty()) {
					throw new AgiNoResultException("No result in reply '" + Printable.of(reply.text()) + "'",
							reply.items());
				}
			}
			case 510 -> throw new AgiInvalidCommandException(reply.text());
			case 511 -> {
				this.hangup.raise();
				this.hangup.told();
				throw new AgiDeadChannelException(reply.text());
			}
			case 520 -> throw new AgiUsageException(reply.text());
			default -> throw new AgiUnknownResponseException(reply.text());
		}
	}

	private AgiPipeClosedException lost(IOException cause) {
		if (cause instanceof ForgedReplyException) {
			this.forged = true;
			logger.warn("Ended the AGI session of channel {}: {}", Printable.of(this.environment.channel()),
					cause.getMessage());
		}
		this.closed = true;
		this.hangup.raise();
		return new AgiPipeClosedException("The connection to Asterisk is lost", cause);
	}

}
