package io.pystrix.ami.live;

import org.jspecify.annotations.Nullable;

/**
 * One change of what goes on in an Asterisk.
 *
 * @param <T> what has changed
 * @since 0.1.0
 */
public final class StateChange<T extends LiveObject> {

	private final Values<T> values;

	StateChange(@Nullable T before, @Nullable T after) {
		this.values = new Values<>(before, after);
	}

	/**
	 * {@return what the object was, {@code null} if it is new}
	 */
	public @Nullable T before() {
		return this.values.before();
	}

	/**
	 * {@return what the object is now, {@code null} if it is gone; for a channel that is
	 * gone, {@code before} has the hang-up cause}
	 */
	public @Nullable T after() {
		return this.values.after();
	}

	/**
	 * Returns what has changed, as it is or, if it is gone, as it was.
	 * @return {@code after}, otherwise {@code before}
	 */
	public T subject() {
		T after = after();
		T subject = (after != null) ? after : before();
		if (subject == null) {
			throw new IllegalStateException("Neither before nor after");
		}
		return subject;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof StateChange<?> that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "StateChange");
	}

	private record Values<T extends LiveObject>(@Nullable T before, @Nullable T after) {

	}

}
