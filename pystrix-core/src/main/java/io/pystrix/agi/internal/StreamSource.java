package io.pystrix.agi.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.pystrix.internal.Threads;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a stream, such as the standard input. A stream that blocks knows no
 * time-outs, and {@link InputStream#available} does not show that it has ended. So a read
 * with a deadline that has to wait is done by another thread. If the deadline passes,
 * that read goes on, and the next one gets what it has read. For one thread at a time.
 */
final class StreamSource implements ByteSource {

	private static final int CHUNK = 8192;

	private final InputStream in;

	private @Nullable Executor reader;

	private @Nullable CompletableFuture<byte[]> pending;

	StreamSource(InputStream in) {
		this.in = in;
	}

	@Override
	public int read(byte[] buffer, int offset, int length, Deadline deadline) throws IOException {
		int millis = deadline.remainingMillis();
		if (this.pending == null && (millis == 0 || this.in.available() > 0)) {
			return this.in.read(buffer, offset, length);
		}
		byte[] bytes = await(millis);
		if (bytes.length == 0) {
			return -1;
		}
		int count = Math.min(length, bytes.length);
		System.arraycopy(bytes, 0, buffer, offset, count);
		if (count < bytes.length) {
			this.pending = CompletableFuture.completedFuture(Arrays.copyOfRange(bytes, count, bytes.length));
		}
		return count;
	}

	@Override
	public int available() throws IOException {
		CompletableFuture<byte[]> pending = this.pending;
		int read = (pending != null && pending.isDone() && !pending.isCompletedExceptionally()) ? pending.join().length
				: 0;
		return read + this.in.available();
	}

	/** Returns what the other thread reads, nothing at the end. */
	private byte[] await(int millis) throws IOException {
		CompletableFuture<byte[]> pending = this.pending;
		if (pending == null) {
			pending = new CompletableFuture<>();
			CompletableFuture<byte[]> result = pending;
			reader().execute(() -> readTo(result));
		}
		this.pending = pending;
		boolean interrupted = false;
		try {
			long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
			while (true) {
				try {
					byte[] bytes = (millis == 0) ? pending.get()
							: pending.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
					this.pending = null;
					return bytes;
				}
				catch (InterruptedException ex) {
					// Reading a stream is not interruptible either
					interrupted = true;
				}
			}
		}
		catch (TimeoutException ex) {
			throw new SocketTimeoutException("Nothing arrived in time");
		}
		catch (ExecutionException ex) {
			this.pending = null;
			throw new IOException("The stream cannot be read", ex.getCause());
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private Executor reader() {
		Executor reader = this.reader;
		if (reader == null) {
			reader = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
					Threads.daemon("agi-input"));
			this.reader = reader;
		}
		return reader;
	}

	private void readTo(CompletableFuture<byte[]> result) {
		try {
			byte[] buffer = new byte[CHUNK];
			int count = this.in.read(buffer);
			result.complete(Arrays.copyOf(buffer, Math.max(0, count)));
		}
		catch (IOException | RuntimeException | Error ex) {
			result.completeExceptionally(ex);
		}
	}

}
