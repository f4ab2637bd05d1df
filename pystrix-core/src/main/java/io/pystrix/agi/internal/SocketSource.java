package io.pystrix.agi.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * The bytes that arrive on a socket.
 */
final class SocketSource implements ByteSource {

	// A read that was given less than it had room for has left nothing behind. Before
	// each command it is asked again; at once, that would be a system call for nothing
	private static final long EMPTIED_NANOS = 20_000;

	private final Socket socket;

	private final InputStream in;

	private int timeout = 0;

	private long emptied = System.nanoTime() - EMPTIED_NANOS;

	SocketSource(Socket socket) throws IOException {
		this.socket = socket;
		this.in = socket.getInputStream();
	}

	@Override
	public int read(byte[] buffer, int offset, int length, Deadline deadline) throws IOException {
		int millis = deadline.remainingMillis();
		if (millis != this.timeout) {
			this.socket.setSoTimeout(millis);
			this.timeout = millis;
		}
		int count = this.in.read(buffer, offset, length);
		if (count < length) {
			this.emptied = System.nanoTime();
		}
		return count;
	}

	@Override
	public int available() throws IOException {
		return (System.nanoTime() - this.emptied < EMPTIED_NANOS) ? 0 : this.in.available();
	}

}
