package io.pystrix.test.ami;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is wrong with one connection now. Whoever changes it has to wake the threads of
 * the connection.
 */
final class ConnectionFaults {

	static final long NEVER = Long.MAX_VALUE;

	/** How much later than usual actions are answered. */
	volatile Duration answerDelay = Duration.ZERO;

	/** How much later than usual everything is written. */
	volatile Duration outputDelay = Duration.ZERO;

	/** The number of bytes written at which the connection is closed. */
	volatile long cutAt = NEVER;

	/**
	 * The sizes of the pieces that are written, in turn; empty for as much as there is.
	 */
	volatile List<Integer> pieces = List.of();

	/** Whether nothing is written. */
	volatile boolean frozen;

	/** Whether nothing is read. */
	volatile boolean deaf;

	/** Whether the connection is closed without a greeting. */
	volatile boolean refused;

	/** Whether a login is refused whatever it says. */
	volatile boolean loginRefused;

	/** What is written behind the greeting. */
	volatile byte[] garbage = {};

	/** How many bytes were written. */
	volatile long written;

	/**
	 * The same faults for a connection on which nothing was written yet.
	 */
	ConnectionFaults copy() {
		ConnectionFaults copy = new ConnectionFaults();
		copy.answerDelay = this.answerDelay;
		copy.outputDelay = this.outputDelay;
		copy.cutAt = this.cutAt;
		copy.pieces = this.pieces;
		copy.frozen = this.frozen;
		copy.deaf = this.deaf;
		copy.refused = this.refused;
		copy.loginRefused = this.loginRefused;
		return copy;
	}

	void clear() {
		this.answerDelay = Duration.ZERO;
		this.outputDelay = Duration.ZERO;
		this.cutAt = NEVER;
		this.pieces = List.of();
		this.frozen = false;
		this.deaf = false;
		this.refused = false;
		this.loginRefused = false;
	}

	/**
	 * Tell whether what there is to say is said in a time.
	 */
	boolean speaksWithin(Duration time) {
		return !this.frozen && this.outputDelay.compareTo(time) < 0;
	}

	void cutAfter(long bytes) {
		if (bytes < 0) {
			throw new IllegalArgumentException("A number of bytes is not negative: " + bytes);
		}
		this.cutAt = this.written + bytes;
	}

	void split(int... sizes) {
		List<Integer> pieces = Arrays.stream(sizes).boxed().toList();
		if (pieces.stream().anyMatch((size) -> size < 1)) {
			throw new IllegalArgumentException("The size of a piece has to be positive: " + pieces);
		}
		this.pieces = pieces;
	}

}
