package io.pystrix.agi.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * An Asterisk that says something at first, and something after each write. What it says
 * arrives in pieces, the next of them when the reader waits for it: no clock has a part
 * in it.
 */
final class PiecewisePeer extends OutputStream implements ByteSource {

	final List<String> writes = new ArrayList<>();

	private final List<String> texts;

	private final IntSupplier pieces;

	private final boolean closes;

	private byte[] arrived = {};

	private byte[] underWay;

	/**
	 * Creates a peer.
	 * @param texts what it says at first, and after each write
	 * @param pieces how many bytes arrive at once
	 * @param closes whether it closes the connection behind the last text
	 */
	PiecewisePeer(List<String> texts, IntSupplier pieces, boolean closes) {
		this.texts = texts;
		this.pieces = pieces;
		this.closes = closes;
		this.underWay = bytes(texts.get(0));
	}

	/** Returns a session with this peer, which has read the environment. */
	AgiSession session() {
		HangupNotice hangup = new HangupNotice();
		LineReader reader = new LineReader(this, StandardCharsets.UTF_8);
		try {
			return new AgiSession(new StreamTransport(reader, this, StandardCharsets.UTF_8, hangup, () -> {
			}), EnvironmentReader.read(reader), hangup, null, null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** So much time passes that everything has arrived. */
	void settle() {
		this.arrived = joined(this.arrived, this.underWay);
		this.underWay = new byte[0];
	}

	@Override
	public int available() {
		return this.arrived.length;
	}

	@Override
	public int read(byte[] buffer, int offset, int length, Deadline deadline) throws IOException {
		if (this.arrived.length == 0) {
			if (this.underWay.length == 0) {
				return nothing(deadline);
			}
			int piece = Math.min(this.pieces.getAsInt(), this.underWay.length);
			this.arrived = Arrays.copyOf(this.underWay, piece);
			this.underWay = Arrays.copyOfRange(this.underWay, piece, this.underWay.length);
		}
		int count = Math.min(length, this.arrived.length);
		System.arraycopy(this.arrived, 0, buffer, offset, count);
		this.arrived = Arrays.copyOfRange(this.arrived, count, this.arrived.length);
		return count;
	}

	@Override
	public void write(int b) {
		throw new UnsupportedOperationException("A command has to be one write");
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		this.writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
		if (this.writes.size() < this.texts.size()) {
			this.underWay = joined(this.underWay, bytes(this.texts.get(this.writes.size())));
		}
	}

	// Whoever would wait for ever has reached the end of what was recorded
	private int nothing(Deadline deadline) throws SocketTimeoutException {
		boolean last = this.writes.size() >= this.texts.size() - 1;
		if (last && this.closes || deadline == Deadline.NEVER) {
			return -1;
		}
		throw new SocketTimeoutException("Nothing is under way");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] joined(byte[] first, byte[] second) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		joined.writeBytes(first);
		joined.writeBytes(second);
		return joined.toByteArray();
	}

}
