package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long the way to Asterisk and back takes at most: as long as the fastest reply.
 *
 * @since 0.1.0
 */
public final class RoundTrip {

	// Asterisk's socket has Nagle's algorithm on: the notice of a hang-up, a write of its
	// own, may wait until the reply before it has been acknowledged, which takes a round
	// trip and up to 40 ms (Linux). The rest is for Asterisk to notice
	private static final Duration NOTICE = Duration.ofMillis(200);

	// A session whose fastest reply was a whole prompt does not know
	private static final Duration MAX = Duration.ofSeconds(3);

	private final LongSupplier clock;

	private long sent = 0;

	private long fastest = Long.MAX_VALUE;

	/** Creates one that has measured nothing. */
	public RoundTrip() {
		this(System::nanoTime);
	}

	RoundTrip(LongSupplier clock) {
		this.clock = clock;
	}

	/** Notes that a command is being sent. */
	public void sent() {
		this.sent = this.clock.getAsLong();
	}

	/** Notes that the reply has arrived, or a part of it. */
	public void answered() {
		this.fastest = Math.min(this.fastest, this.clock.getAsLong() - this.sent);
	}

	/**
	 * Returns how long after a reply a hang-up notice may arrive.
	 * @return until when to wait for it
	 */
	public Deadline notice() {
		return Deadline.in(NOTICE.plus(bounded()));
	}

	/** Returns how long the next segment of a reply may take, unless one was lost. */
	Deadline rest() {
		return Deadline.in(bounded());
	}

	private Duration bounded() {
		Duration known = Duration.ofNanos(this.fastest);
		return (known.compareTo(MAX) < 0) ? known : MAX;
	}

}
