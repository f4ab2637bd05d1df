package io.pystrix.ami.live;

import org.jspecify.annotations.Nullable;

/**
 * One change of what goes on in an Asterisk.
 *
 * @param <T> what has changed
 * @param before what it was, {@code null} if it is new
 * @param after what it is, {@code null} if it is gone; a channel that is gone tells in
 * {@code before} why
 */
public record StateChange<T extends LiveObject>(@Nullable T before, @Nullable T after) {

	/**
	 * Returns what has changed, as it is or, if it is gone, as it was.
	 * @return {@code after}, otherwise {@code before}
	 */
	public T subject() {
		T subject = (this.after != null) ? this.after : this.before;
		if (subject == null) {
			throw new IllegalStateException("Nothing became nothing");
		}
		return subject;
	}

}
