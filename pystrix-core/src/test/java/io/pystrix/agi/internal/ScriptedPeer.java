package io.pystrix.agi.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * An Asterisk that answers each write with the next of its texts.
 */
final class ScriptedPeer {

	final List<String> writes = new ArrayList<>();

	private final Deque<String> answers = new ArrayDeque<>();

	private byte[] pending = {};

	private boolean closed = false;

	ScriptedPeer answers(String... texts) {
		this.answers.addAll(List.of(texts));
		return this;
	}

	void push(String text) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		joined.writeBytes(this.pending);
		joined.writeBytes(text.getBytes(StandardCharsets.UTF_8));
		this.pending = joined.toByteArray();
	}

	void close() {
		this.closed = true;
	}

	/** What it sends. With a deadline, one that has nothing to send lets it pass. */
	ByteSource source() {
		return new ByteSource() {

			@Override
			public int read(byte[] buffer, int offset, int length, Deadline deadline) throws IOException {
				ScriptedPeer peer = ScriptedPeer.this;
				if (peer.pending.length == 0) {
					if (peer.closed) {
						return -1;
					}
					throw (deadline.remainingMillis() > 0) ? new SocketTimeoutException("Nothing arrived in time")
							: new IOException("Would wait forever");
				}
				int count = Math.min(length, peer.pending.length);
				System.arraycopy(peer.pending, 0, buffer, offset, count);
				peer.pending = Arrays.copyOfRange(peer.pending, count, peer.pending.length);
				return count;
			}

			@Override
			public int available() {
				return ScriptedPeer.this.pending.length;
			}

		};
	}

	OutputStream out() {
		return new OutputStream() {

			@Override
			public void write(int b) {
				throw new UnsupportedOperationException();
			}

			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				if (ScriptedPeer.this.closed) {
					throw new IOException("Broken pipe");
				}
				ScriptedPeer.this.writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
				String answer = ScriptedPeer.this.answers.poll();
				if (answer != null) {
					push(answer);
				}
			}

		};
	}

}
