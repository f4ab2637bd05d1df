package io.pystrix.agi.async;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.pystrix.agi.AgiUnknownResponseException;

/**
 * Joins the pieces of a long text, all but the first of which are answers to
 * {@code NOOP}.
 */
final class Reassembly {

	// What Asterisk's pipe holds, and the answers to the NOOPs
	private static final int MAX_PIECES = 128;

	private static final byte[] NOOP_REPLY = "200 result=0\n".getBytes(StandardCharsets.US_ASCII);

	private final ByteArrayOutputStream joined = new ByteArrayOutputStream(2048);

	private int pieces = 0;

	private boolean isCut = false;

	private boolean isLastCut = false;

	private boolean mayBeCut = false;

	void add(Piece piece) {
		if (++this.pieces > MAX_PIECES) {
			throw new AgiUnknownResponseException("A reply without end");
		}
		byte[] bytes = piece.bytes();
		int from = 0;
		if (this.isLastCut) {
			// Whatever comes is the rest of a line that cannot be had as a whole
			while (from < bytes.length && bytes[from] != '\n') {
				from++;
			}
		}
		this.joined.write(bytes, from, bytes.length - from);
		this.isLastCut = piece.isCut();
		this.isCut |= piece.isCut();
		this.mayBeCut |= piece.mayBeCut();
	}

	/** Whether a part of the text is lost. */
	boolean isCut() {
		return this.isCut;
	}

	/** Whether a part of the text may be lost. */
	boolean mayBeCut() {
		return this.mayBeCut;
	}

	String text(Charset charset) {
		byte[] bytes = this.joined.toByteArray();
		int end = bytes.length;
		int noops = 0;
		for (int i = 1; i < this.pieces && endsWithNoop(bytes, end); i++) {
			end -= NOOP_REPLY.length;
			noops++;
		}
		if (!this.isCut && noops < this.pieces - 1) {
			throw new AgiUnknownResponseException("The end of a long reply is not what was asked for");
		}
		return new String(bytes, 0, end, charset);
	}

	private static boolean endsWithNoop(byte[] bytes, int end) {
		int start = end - NOOP_REPLY.length;
		return start >= 0 && Arrays.equals(bytes, start, end, NOOP_REPLY, 0, NOOP_REPLY.length);
	}

}
