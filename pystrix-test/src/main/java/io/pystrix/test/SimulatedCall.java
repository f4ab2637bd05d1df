package io.pystrix.test;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.ami.AmiFrame;
import org.jspecify.annotations.Nullable;

/**
 * A call inside the simulator: two channels that are each other's far end, and the script
 * that runs on one of them. Every method may be called from any thread.
 */
public final class SimulatedCall {

	private final Origination origination;

	private final CallEvents events;

	private final Leg first;

	private final Leg second;

	private final ReentrantLock lock = new ReentrantLock();

	private final CountDownLatch decided = new CountDownLatch(1);

	private final CountDownLatch ended = new CountDownLatch(1);

	SimulatedCall(Origination origination, CallEvents events, Leg first, Leg second) {
		this.origination = origination;
		this.events = events;
		this.first = first;
		this.second = second;
	}

	/**
	 * The channel that was originated.
	 * @return the name that ends in {@code ;1}
	 */
	public String channel() {
		return this.first.name();
	}

	/**
	 * The far end of the channel that was originated.
	 * @return the name that ends in {@code ;2}
	 */
	public String otherChannel() {
		return this.second.name();
	}

	/**
	 * The script that runs now.
	 * @return Asterisk's side of its conversation, or {@code null} while none runs
	 */
	public @Nullable AgiCall script() {
		return legs().map(Leg::script).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/**
	 * Press digits: the script hears them, and {@code DTMFBegin} and {@code DTMFEnd} are
	 * raised for its channel.
	 * @param digits one or more of {@code 0-9*#A-D}
	 */
	public void press(String digits) {
		press(this.first, digits, 100);
	}

	void press(Leg pressed, String digits, long millis) {
		// Of two Local channels each hears what is sent on the other; a script hears both
		Leg listening = legs().filter((leg) -> leg.script() != null).findFirst().orElse(other(pressed));
		for (char digit : digits.toCharArray()) {
			this.events.dtmf(listening, digit, millis);
			AgiCall script = listening.script();
			if (script != null) {
				script.press(String.valueOf(digit));
			}
		}
	}

	/**
	 * Hang up, as the far end of the script does. The script is told; its own channel
	 * stays until the script has ended. Does nothing on a call that hangs up already.
	 */
	public void hangUp() {
		hangUp(legs().filter((leg) -> leg.script() == null).findFirst().orElse(this.first), 0);
	}

	/**
	 * Hang up one channel; the other follows when this one is gone.
	 */
	void hangUp(Leg leg, int cause) {
		this.lock.lock();
		try {
			if (!leg.isHungUp()) {
				leg.hangUp(cause);
			}
		}
		finally {
			this.lock.unlock();
		}
		this.decided.countDown();
	}

	/**
	 * Nothing more runs on a channel: it disappears, and its far end is hung up.
	 * @return whether it was the call's last
	 */
	boolean gone(Leg leg) {
		this.lock.lock();
		try {
			if (leg.runsDialplan()) {
				this.events.requested("SoftHangupRequest", leg, CallEvents.EXPLICIT);
			}
			Leg other = other(leg);
			if (!other.isHungUp()) {
				this.events.requested("HangupRequest", other, leg.cause());
				hangUp(other, leg.cause());
			}
			leg.gone();
			this.events.hangup(leg, leg.cause());
			boolean last = other.isGone();
			if (last) {
				this.ended.countDown();
			}
			return last;
		}
		finally {
			this.lock.unlock();
		}
	}

	Leg other(Leg leg) {
		return (leg == this.first) ? this.second : this.first;
	}

	Leg first() {
		return this.first;
	}

	Leg second() {
		return this.second;
	}

	Stream<Leg> legs() {
		return Stream.of(this.first, this.second);
	}

	List<AmiFrame> listItems() {
		return Stream.of(this.second, this.first).filter((leg) -> !leg.isGone()).map(Leg::listItem).toList();
	}

	Origination origination() {
		return this.origination;
	}

	/**
	 * Tell whether the call hangs up or has.
	 * @return {@code true} from the hang-up of either channel on
	 */
	public boolean isHungUp() {
		return legs().anyMatch(Leg::isHungUp);
	}

	/**
	 * Tell whether both channels are gone.
	 * @return {@code true} once both {@code Hangup} events are on their way
	 */
	public boolean isEnded() {
		return this.ended.getCount() == 0;
	}

	/**
	 * Counted down when the call is answered, and when it never will be.
	 */
	CountDownLatch decided() {
		return this.decided;
	}

	CountDownLatch ended() {
		return this.ended;
	}

	@Override
	public String toString() {
		return "SimulatedCall[" + channel() + "]";
	}

}
