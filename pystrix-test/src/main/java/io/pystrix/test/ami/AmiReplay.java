package io.pystrix.test.ami;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Plays a trace to clients; begun by {@link AmiSimulator#replay(AmiTrace)}.
 * <pre class="code">
 * AmiTrace trace = AmiTrace.read(Path.of("call.raw"));
 * ami.replay(trace).events();                                    // at once, to everybody
 * ami.replay(trace).every(Duration.ofMillis(20)).events();       // slowly
 * ami.replay(trace).nextSession();                               // answers too
 * </pre>
 * <p>
 * The bytes are those of the trace, which does not know how much time passed between
 * them. To have them arrive in pieces use {@link AmiFaults#split(int...)}. Not
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class AmiReplay {

	private final AmiTrace trace;

	private final Supplier<List<AmiSession>> sessions;

	private final Consumer<SessionReplay> next;

	private Duration pause = Duration.ZERO;

	private int times = 1;

	AmiReplay(AmiTrace trace, Supplier<List<AmiSession>> sessions, Consumer<SessionReplay> next) {
		this.trace = trace;
		this.sessions = sessions;
		this.next = next;
	}

	/**
	 * Wait before each message.
	 * @param pause how long; not at all by default
	 * @return this
	 */
	public AmiReplay every(Duration pause) {
		this.pause = pause;
		return this;
	}

	/**
	 * Play it several times, one after the other, to make much out of little. Only for
	 * {@link #events()}.
	 * @param times how often; once by default
	 * @return this
	 * @throws IllegalArgumentException if it is not positive
	 */
	public AmiReplay times(int times) {
		if (times < 1) {
			throw new IllegalArgumentException("How often has to be positive: " + times);
		}
		this.times = times;
		return this;
	}

	/**
	 * Play the trace's {@linkplain AmiTrace#events() events} now, to every session that
	 * is logged in, may see them and wants to, as {@link AmiSimulator#broadcast} does.
	 * Returns when the last one is on its way; an interrupt ends it early.
	 */
	public void events() {
		List<TraceMessage> events = this.trace.unsolicited();
		try {
			for (int i = 0; i < this.times; i++) {
				for (TraceMessage event : events) {
					TimeUnit.NANOSECONDS.sleep(this.pause.toNanos());
					this.sessions.get().forEach((session) -> session.deliver(event.frame(), event.bytes()));
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Be the Asterisk of the trace for the next session that logs in: from the login on,
	 * it gets everything that the trace has, in its order, whatever its account may see.
	 * Each response of the trace waits for the client's next action, whichever that is,
	 * and so does all that follows it; it and the items of its list are given that
	 * action's {@code ActionID}. So the client has to send the same actions in the same
	 * order as when the trace was made. {@code Ping} and {@code Logoff} do not count on
	 * either side, and when the trace has no response left, actions are answered as
	 * usual.
	 * <p>
	 * Used several times, it is for several sessions, one after the other.
	 */
	public void nextSession() {
		this.next.accept(new SessionReplay(this.trace.afterLogin(), this.pause));
	}

}
