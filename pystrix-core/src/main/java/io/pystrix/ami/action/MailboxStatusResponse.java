package io.pystrix.ami.action;

import io.pystrix.ami.message.AmiResponse;

/**
 * The answer to a {@link MailboxStatusAction}.
 *
 * @since 0.1.0
 */
public final class MailboxStatusResponse extends AmiResponse {

	public MailboxStatusResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * The mailboxes.
	 * @return the names with their contexts
	 */
	public String mailbox() {
		return required("Mailbox");
	}

	/**
	 * Whether there are new messages.
	 * @return {@code true} if there are
	 */
	public boolean waiting() {
		return Boolean.TRUE.equals(truth("Waiting")) || integer("Waiting").orElse(0) > 0;
	}

}
