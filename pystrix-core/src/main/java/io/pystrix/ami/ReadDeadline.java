package io.pystrix.ami;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A moment at which a socket is closed unless its peer has said enough by then. The
 * socket's own time-out would begin anew with each byte of a peer that is slow on
 * purpose, and the first read with one makes every later read of the connection three
 * system calls instead of one. For one thread.
 */
final class ReadDeadline {

	private final Socket wire;

	private CompletableFuture<Void> deadline = CompletableFuture.completedFuture(null);

	private volatile boolean expired;

	/**
	 * Creates a deadline that never comes.
	 * @param wire what is closed
	 */
	ReadDeadline(Socket wire) {
		this.wire = wire;
	}

	void expireAfter(Duration time) {
		neverExpire();
		// Timed by the JVM itself: a manager's own timer ends with the manager, which may
		// happen at any moment
		CompletableFuture<Void> deadline = new CompletableFuture<>();
		deadline.whenComplete((done, failure) -> {
			if (failure != null) {
				expire();
			}
		});
		deadline.orTimeout(time.toNanos(), TimeUnit.NANOSECONDS);
		this.deadline = deadline;
	}

	void neverExpire() {
		this.deadline.complete(null);
	}

	private void expire() {
		this.expired = true;
		try {
			this.wire.close();
		}
		catch (IOException ex) {
			// It is closed all the same
		}
	}

	/** What a failure means: that the time was over, if it was. */
	IOException explained(IOException failure) {
		if (!this.expired || failure instanceof SocketTimeoutException) {
			return failure;
		}
		SocketTimeoutException timeout = new SocketTimeoutException("The time to read is over");
		timeout.initCause(failure);
		return timeout;
	}

	/** Makes the failures of a stream say that the time was over. */
	InputStream watched(InputStream in) {
		return new InputStream() {

			@Override
			public int read() throws IOException {
				byte[] one = new byte[1];
				return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
			}

			@Override
			public int read(byte[] target, int offset, int length) throws IOException {
				try {
					return in.read(target, offset, length);
				}
				catch (IOException ex) {
					throw explained(ex);
				}
			}

		};
	}

}
