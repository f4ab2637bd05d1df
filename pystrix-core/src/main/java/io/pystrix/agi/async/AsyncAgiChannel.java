package io.pystrix.agi.async;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.pystrix.agi.AgiAbortedException;
import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.internal.CallThread;
import io.pystrix.agi.internal.Deadline;
import io.pystrix.agi.internal.WireLog;
import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerException;
import io.pystrix.ami.ManagerTimeoutException;
import io.pystrix.ami.action.AGIAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A channel while it is in AsyncAGI. The thread of the call sends commands, one at a
 * time; the manager's thread brings what comes of them.
 */
final class AsyncAgiChannel {

	private static final Logger logger = LoggerFactory.getLogger(AsyncAgiServer.class);

	// Said by commands that fail on a living channel; a hang-up has other words
	private static final Pattern FAILURE = Pattern.compile("200 result=-\\d+"
			+ "( endpos=(0|-1)| \\((hangup|writefile)\\)(?! endpos)| Gosub label not found)|200 result=\\d+ Gosub failed|503 .*");

	private static final String BREAK = "ASYNCAGI BREAK";

	private static final Duration END_DELAY = Duration.ofMillis(500);

	private final Manager manager;

	private final String uniqueid;

	private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";

	private final CallThread thread;

	private final WireLog wire;

	private final Consumer<ChannelEnd> onEnd;

	private final CountDownLatch ended = new CountDownLatch(1);

	private long count = 0;

	private boolean hangupRequested = false;

	private boolean leaving = false;

	// The last command that was executed, if it failed so that AsyncAGI ends
	private @Nullable String failed;

	private @Nullable Awaited awaited;

	private @Nullable ChannelEnd end;

	/**
	 * Creates a channel.
	 * @param manager the connection
	 * @param uniqueid which channel
	 * @param thread the thread of the call
	 * @param wire the log of commands and replies
	 * @param onEnd is told of the end, before any command fails because of it
	 */
	AsyncAgiChannel(Manager manager, String uniqueid, CallThread thread, WireLog wire, Consumer<ChannelEnd> onEnd) {
		this.thread = thread;
		this.wire = wire;
		this.manager = manager;
		this.uniqueid = uniqueid;
		this.onEnd = onEnd;
	}

	/**
	 * Executes a command and returns what the event about it holds.
	 * @throws io.pystrix.agi.AgiException if the channel is, or goes, where it executes
	 * no commands
	 * @throws SocketTimeoutException if nothing comes in time
	 * @throws IOException if the manager's connection is lost
	 */
	Piece execute(String command, Deadline deadline) throws IOException {
		Awaited awaited = await(command);
		try {
			if (this.thread.isCut()) {
				throw aborted();
			}
			this.wire.sent(command);
			// By its unique id, as its name may change, and be that of another one later
			this.manager.sendAction(new AGIAction(this.uniqueid, command).commandId(awaited.id()));
			Piece piece = Piece.of(awaited.result(deadline));
			awaitExpectedEnd();
			return piece;
		}
		catch (ActionFailedException ex) {
			throw refused(ex);
		}
		catch (ManagerTimeoutException ex) {
			throw new SocketTimeoutException(ex.getMessage());
		}
		catch (ManagerException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
		finally {
			forget();
		}
	}

	/** Makes the channel go on in the dialplan, unless it does so already. */
	void leave() {
		synchronized (this) {
			this.leaving = true;
		}
		queueUnlessEnded(BREAK);
	}

	/**
	 * Makes the command in flight fail. Asterisk executes it nevertheless, and then those
	 * that follow.
	 */
	synchronized void cutShort() {
		Awaited awaited = this.awaited;
		if (awaited != null) {
			awaited.reply().completeExceptionally(aborted());
		}
	}

	private static AgiAbortedException aborted() {
		return new AgiAbortedException("The server stopped while the command was in progress");
	}

	/**
	 * Queues a command, unless the channel would take it to its next stay in AsyncAGI.
	 */
	void queueUnlessEnded(String command) {
		synchronized (this) {
			if (this.end != null) {
				return;
			}
		}
		queue(command);
	}

	/**
	 * Queues a command behind whatever is executed now, and does not look at what comes
	 * of it.
	 */
	void queue(String command) {
		this.wire.sent(command);
		try {
			this.manager.sendActionAsync(new AGIAction(this.uniqueid, command)).whenComplete((response, ex) -> {
				if (ex != null) {
					logger.debug("'{}' was not taken for {}: {}", command, this.uniqueid, ex.getMessage());
				}
			});
		}
		catch (ManagerException ex) {
			logger.debug("'{}' could not be sent for {}: {}", command, this.uniqueid, ex.getMessage());
		}
	}

	/** Waits for the end of AsyncAGI, until the deadline at most. */
	void awaitEnd(Deadline deadline) throws IOException {
		try {
			this.ended.await(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
		}
		catch (SocketTimeoutException ex) {
			logger.trace("{} is still in AsyncAGI", this.uniqueid);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

	/** Takes what came of a command, if it is the one that is awaited. */
	synchronized void result(@Nullable String commandId, String result) {
		Awaited awaited = this.awaited;
		if (awaited != null && awaited.id().equals(commandId)) {
			boolean hasFailed = FAILURE.matcher(new String(PercentDecoder.decode(result), StandardCharsets.US_ASCII))
				.lookingAt();
			this.failed = hasFailed ? awaited.command() : null;
			this.leaving |= awaited.command().equalsIgnoreCase(BREAK);
			awaited.reply().complete(result);
		}
	}

	/** The caller is going. */
	synchronized void hangupRequested() {
		this.hangupRequested = true;
	}

	/** The channel has left AsyncAGI. */
	void left() {
		end(reason());
	}

	/**
	 * No more commands can be executed.
	 * @return the reason, which is an earlier one if there was one already
	 */
	synchronized ChannelEnd end(ChannelEnd reason) {
		if (this.end != null) {
			return this.end;
		}
		this.end = reason;
		Awaited awaited = this.awaited;
		try {
			// Under the lock, as the next command must not find the end before it is told
			if (!this.leaving) {
				this.onEnd.accept(reason);
			}
		}
		finally {
			this.ended.countDown();
			if (awaited != null) {
				awaited.reply().completeExceptionally(reason.exception());
			}
		}
		return reason;
	}

	private synchronized ChannelEnd reason() {
		if (this.leaving) {
			return ChannelEnd.left();
		}
		return (this.failed != null && !this.hangupRequested) ? ChannelEnd.failure(this.failed) : ChannelEnd.hangup();
	}

	// What is sent before Asterisk has told the end would be taken, and never executed
	private void awaitExpectedEnd() throws IOException {
		boolean ends;
		synchronized (this) {
			ends = this.failed != null || this.leaving;
		}
		if (ends) {
			awaitEnd(Deadline.in(END_DELAY));
		}
	}

	private synchronized Awaited await(String command) {
		if (this.end != null) {
			throw this.end.exception();
		}
		Awaited awaited = new Awaited(command, this.prefix + ++this.count, new CompletableFuture<>());
		this.awaited = awaited;
		return awaited;
	}

	private synchronized void forget() {
		this.awaited = null;
	}

	// Asterisk tells the reasons apart by their text alone
	private RuntimeException refused(ActionFailedException ex) {
		String message = String.valueOf(ex.response().message());
		if (message.contains("does not exist") || message.startsWith("Failed to add")) {
			return end(ChannelEnd.lost("The channel is not in AsyncAGI any more: " + message)).exception();
		}
		return new AgiApplicationException(String.valueOf(ex.getMessage()));
	}

	private record Awaited(String command, String id, CompletableFuture<String> reply) {

		String result(Deadline deadline) throws IOException {
			try {
				int millis = deadline.remainingMillis();
				return (millis == 0) ? this.reply.get() : this.reply.get(millis, TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				throw new SocketTimeoutException("No result in time");
			}
			catch (ExecutionException ex) {
				if (ex.getCause() instanceof RuntimeException cause) {
					throw cause;
				}
				throw new IOException(ex.getCause());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IOException("Interrupted", ex);
			}
		}

	}

}
