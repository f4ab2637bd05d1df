package io.pystrix.ami.control;

import io.pystrix.ami.message.AmiEvent;
import org.jspecify.annotations.Nullable;

/**
 * A phone that was called, has answered, and is now part of something.
 *
 * @param <E> the event that tells it
 * @since 0.1.0
 */
public final class Joined<E extends AmiEvent> {

	private final Values<E> values;

	Joined(Call call, E event) {
		this.values = new Values<>(call, event);
	}

	/**
	 * {@return the call to the phone; to hang it up ends its part}
	 */
	public Call call() {
		return this.values.call();
	}

	/**
	 * {@return the event that says that the phone takes part}
	 */
	public E event() {
		return this.values.event();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Joined<?> that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "Joined");
	}

	private record Values<E extends AmiEvent>(Call call, E event) {

	}

}
