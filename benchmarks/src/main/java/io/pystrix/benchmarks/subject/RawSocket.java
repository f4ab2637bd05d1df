package io.pystrix.benchmarks.subject;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Writes actions and finds the ends of messages, and nothing else.
 */
final class RawSocket implements Closeable {

	private final Socket socket;

	private final InputStream in;

	private final OutputStream out;

	private byte[] buffer = new byte[64 * 1024];

	private int start;

	private int end;

	private int limit;

	RawSocket(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setTcpNoDelay(true);
		this.in = this.socket.getInputStream();
		this.out = this.socket.getOutputStream();
		write("Action: Login\r\nActionID: 1\r\nUsername: bench\r\nSecret: secret\r\n\r\n"
			.getBytes(StandardCharsets.US_ASCII));
		// The greeting and the answer, in one
		next();
	}

	void write(byte[] action) throws IOException {
		this.out.write(action);
	}

	/** Waits for a message. */
	void next() throws IOException {
		this.start = this.end;
		int scan = this.start + 3;
		while (true) {
			for (; scan < this.limit; scan++) {
				if (this.buffer[scan] == '\n' && this.buffer[scan - 2] == '\n') {
					this.end = scan + 1;
					return;
				}
			}
			if (this.limit == this.buffer.length) {
				System.arraycopy(this.buffer, this.start, this.buffer, 0, this.limit - this.start);
				scan -= this.start;
				this.limit -= this.start;
				this.start = 0;
			}
			int read = this.in.read(this.buffer, this.limit, this.buffer.length - this.limit);
			if (read < 0) {
				throw new EOFException();
			}
			this.limit += read;
		}
	}

	byte[] buffer() {
		return this.buffer;
	}

	int start() {
		return this.start;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
