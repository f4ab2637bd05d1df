package io.pystrix.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Knows for how long it has been writing: sockets have no time-out for that, and a peer
 * that never reads would hold up the writer for ever. Whoever watches it closes the
 * socket, which ends the write. Written by one thread at a time, watched by any.
 *
 * @since 0.1.0
 */
public final class WatchedOutput extends OutputStream {

	private static final long IDLE = 0;

	private final OutputStream out;

	private volatile long since = IDLE;

	/**
	 * Creates a stream.
	 * @param out where to write to
	 */
	public WatchedOutput(OutputStream out) {
		this.out = out;
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		// The lowest bit tells it from IDLE
		this.since = System.nanoTime() | 1;
		try {
			this.out.write(bytes, offset, length);
		}
		finally {
			this.since = IDLE;
		}
	}

	@Override
	public void flush() throws IOException {
		this.out.flush();
	}

	@Override
	public void close() throws IOException {
		this.out.close();
	}

	/**
	 * Whether a write takes too long.
	 * @param limit how long it may take
	 * @return whether one has begun that long ago and has not ended
	 */
	public boolean isStuck(Duration limit) {
		long began = this.since;
		return began != IDLE && System.nanoTime() - began > limit.toNanos();
	}

}
