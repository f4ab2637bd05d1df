package io.pystrix.agi.internal;

import java.io.IOException;

import io.pystrix.internal.Printable;

/**
 * Something came in place of a reply that can only be text of a caller: the environment
 * seemed to end before it did.
 */
final class ForgedReplyException extends IOException {

	private static final long serialVersionUID = 1L;

	ForgedReplyException(String line) {
		super("The AGI environment is forged: '" + Printable.of(line) + "' follows its end");
	}

}
