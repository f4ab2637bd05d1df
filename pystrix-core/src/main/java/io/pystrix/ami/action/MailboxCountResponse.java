package io.pystrix.ami.action;

import java.util.OptionalInt;

import io.pystrix.ami.message.AmiResponse;

/**
 * The answer to a {@link MailboxCountAction}.
 *
 * @since 0.1.0
 */
public final class MailboxCountResponse extends AmiResponse {

	public MailboxCountResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * The mailbox.
	 * @return the name with its context
	 */
	public String mailbox() {
		return required("Mailbox");
	}

	/**
	 * How many messages are urgent.
	 * @return the number; empty if not told
	 */
	public OptionalInt urgentMessages() {
		return integer("UrgMessages");
	}

	/**
	 * How many messages are new.
	 * @return the number; empty if not told
	 */
	public OptionalInt newMessages() {
		return integer("NewMessages");
	}

	/**
	 * How many messages are old.
	 * @return the number; empty if not told
	 */
	public OptionalInt oldMessages() {
		return integer("OldMessages");
	}

}
