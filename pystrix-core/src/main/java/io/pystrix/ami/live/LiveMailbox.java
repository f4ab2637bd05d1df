package io.pystrix.ami.live;

/**
 * A voice mailbox at one moment.
 *
 * @param name the name, such as {@code 1234@default}
 * @param newMessages how many messages were not heard yet
 * @param oldMessages how many were
 */
public record LiveMailbox(String name, int newMessages, int oldMessages) implements LiveObject {

	@Override
	public String id() {
		return this.name;
	}

}
