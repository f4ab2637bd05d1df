package io.pystrix.ami;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Reads from a socket until a moment comes. The socket's own time-out would begin anew
 * with each byte of a peer that is slow on purpose. For one thread.
 */
final class TimedInput extends InputStream {

	private final Socket socket;

	private final InputStream in;

	private boolean expires;

	private long deadline;

	TimedInput(Socket socket) throws IOException {
		this.socket = socket;
		this.in = socket.getInputStream();
	}

	void expireAfter(Duration time) {
		this.expires = true;
		this.deadline = System.nanoTime() + time.toNanos();
	}

	void neverExpire() throws SocketException {
		this.expires = false;
		this.socket.setSoTimeout(0);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (this.expires) {
			long left = TimeUnit.NANOSECONDS.toMillis(this.deadline - System.nanoTime());
			if (left <= 0) {
				throw new SocketTimeoutException("The time to read is over");
			}
			this.socket.setSoTimeout(Math.toIntExact(left));
		}
		return this.in.read(target, offset, length);
	}

}
