package io.pystrix.ami.live;

import org.jspecify.annotations.Nullable;

/**
 * A voice mailbox at one moment.
 *
 * @since 0.1.0
 */
public final class LiveMailbox implements LiveObject {

	private final Values values;

	LiveMailbox(String name, int newMessages, int oldMessages) {
		this.values = new Values(name, newMessages, oldMessages);
	}

	/**
	 * {@return the name, such as {@code 1234@default}}
	 */
	public String name() {
		return this.values.name();
	}

	/**
	 * {@return how many messages nobody has heard yet}
	 */
	public int newMessages() {
		return this.values.newMessages();
	}

	/**
	 * {@return how many messages were heard}
	 */
	public int oldMessages() {
		return this.values.oldMessages();
	}

	@Override
	public String id() {
		return this.values.name();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveMailbox that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveMailbox");
	}

	private record Values(String name, int newMessages, int oldMessages) {

	}

}
