package io.pystrix.test.pbx;

import java.util.stream.Stream;

import io.pystrix.test.agi.AgiCall;
import org.jspecify.annotations.Nullable;

/**
 * A call inside the simulator: a pair of Local channels that are each other's far end,
 * and what runs on them. A call that dials makes a further one, for whom it dials. Every
 * method may be called from any thread.
 *
 * @since 0.1.0
 */
public final class SimulatedCall {

	private final Monitor monitor;

	private final Keypad keypad;

	private final Channel first;

	private final Channel second;

	SimulatedCall(Monitor monitor, Keypad keypad, Channel first) {
		this.monitor = monitor;
		this.keypad = keypad;
		this.first = first;
		this.second = LocalPairs.other(first);
	}

	/**
	 * The channel that was called.
	 * @return the name that ends in {@code ;1}
	 */
	public String channel() {
		return this.first.name;
	}

	/**
	 * The far end of the channel that was called, which runs the extension.
	 * @return the name that ends in {@code ;2}
	 */
	public String otherChannel() {
		return this.second.name;
	}

	/**
	 * The script that runs now.
	 * @return the side of Asterisk in its conversation, or {@code null} while none runs
	 */
	public @Nullable AgiCall script() {
		return this.monitor
			.get(() -> Stream.of(this.first, this.second).flatMap((half) -> Stream.ofNullable(half.script)).findFirst())
			.orElse(null);
	}

	private @Nullable Channel scripted() {
		return Stream.of(this.first, this.second).filter((half) -> half.script != null).findFirst().orElse(null);
	}

	/**
	 * Press digits: a script that runs hears them, or whoever the far end is connected
	 * to, and {@code DTMFBegin} and {@code DTMFEnd} are raised for who hears.
	 * @param digits one or more of {@code 0-9*#A-D}
	 */
	public void press(String digits) {
		this.monitor.run(() -> digits.chars().forEach((digit) -> this.keypad.press(this.first, (char) digit, 100)));
	}

	/**
	 * Hang up, as the far end of the script does. The script is told; its own channel
	 * stays until the script has ended. Does nothing on a call that hangs up already.
	 */
	public void hangUp() {
		this.monitor.run(() -> {
			Channel scripted = scripted();
			((scripted == this.first) ? this.second : this.first).hangUp(0);
		});
	}

	/**
	 * Tell whether the call hangs up or has.
	 * @return {@code true} from the hang-up of either channel on
	 */
	public boolean isHungUp() {
		return this.monitor.get(() -> this.first.hungUp || this.second.hungUp);
	}

	/**
	 * Tell whether both channels are gone.
	 * @return {@code true} once both {@code Hangup} events are on their way
	 */
	public boolean isEnded() {
		return this.monitor.get(() -> this.first.gone && this.second.gone);
	}

	@Override
	public String toString() {
		return "SimulatedCall[" + channel() + "]";
	}

}
