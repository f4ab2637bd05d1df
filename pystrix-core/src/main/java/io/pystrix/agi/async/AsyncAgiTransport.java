package io.pystrix.agi.async;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.internal.AgiTransport;
import io.pystrix.agi.internal.Deadline;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineSource;
import io.pystrix.agi.internal.ReplyReader;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerException;
import io.pystrix.ami.action.AGIAction;
import org.jspecify.annotations.Nullable;

/**
 * Carries the commands of one channel: each as an action, its reply as an event that
 * arrives on the manager's thread. A session has one command in flight.
 */
final class AsyncAgiTransport implements AgiTransport {

	private final Manager manager;

	private final String channel;

	private final HangupNotice hangup;

	private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";

	private long count;

	private volatile @Nullable Awaited awaited;

	private volatile boolean closed;

	AsyncAgiTransport(Manager manager, String channel, HangupNotice hangup) {
		this.manager = manager;
		this.channel = channel;
		this.hangup = hangup;
	}

	@Override
	public AgiReply exchange(String line, Deadline deadline) throws IOException {
		Awaited awaited = new Awaited(this.prefix + ++this.count, new CompletableFuture<>());
		this.awaited = awaited;
		// The channel may have gone before the field was set
		if (this.closed) {
			throw new EOFException("The channel has left AsyncAGI");
		}
		try {
			this.manager.sendAction(new AGIAction(this.channel, line).commandId(awaited.id()));
			return new ReplyReader(LineSource.of(withoutSpill(awaited.result(deadline))), this.hangup).read();
		}
		catch (ManagerException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
		finally {
			this.awaited = null;
		}
	}

	/**
	 * What did not fit into one event stands before the next result, up to the line with
	 * its code.
	 */
	private static String withoutSpill(String result) {
		String[] lines = result.split("\n", -1);
		for (int i = 0; i < lines.length; i++) {
			if (lines[i].matches("\\d{3}[ -].*")) {
				return String.join("\n", Arrays.asList(lines).subList(i, lines.length));
			}
		}
		return result;
	}

	@Override
	public void poll(Deadline deadline) {
		// A hang-up is told by an event, on another thread
	}

	/** Takes the result of a command, if it is the one that is awaited. */
	void result(@Nullable String commandId, String result) {
		Awaited awaited = this.awaited;
		if (awaited != null && awaited.id().equals(commandId)) {
			awaited.reply().complete(result);
		}
	}

	/** Ends the session: the channel has left, or the connection is lost. */
	void end(String reason) {
		close();
		this.hangup.raise(() -> new AgiPipeClosedException(reason));
	}

	@Override
	public void close() {
		this.closed = true;
		Awaited awaited = this.awaited;
		if (awaited != null) {
			awaited.reply().completeExceptionally(new EOFException("The channel has left AsyncAGI"));
		}
	}

	boolean isClosed() {
		return this.closed;
	}

	private record Awaited(String id, CompletableFuture<String> reply) {

		String result(Deadline deadline) throws IOException {
			try {
				int millis = deadline.remainingMillis();
				return (millis == 0) ? this.reply.get() : this.reply.get(millis, TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				throw new SocketTimeoutException("No result in time");
			}
			catch (ExecutionException ex) {
				throw new IOException("The channel has left AsyncAGI", ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IOException("Interrupted", ex);
			}
		}

	}

}
