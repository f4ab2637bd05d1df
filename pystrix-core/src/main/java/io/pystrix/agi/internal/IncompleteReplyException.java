package io.pystrix.agi.internal;

import java.io.IOException;
import java.time.Duration;

/**
 * A reply has begun, and its end does not come. Asterisk gives up writing a reply after
 * 100 ms (ast_carefulwrite in main/utils.c), so a long value can be cut.
 */
final class IncompleteReplyException extends IOException {

	private static final long serialVersionUID = 1L;

	IncompleteReplyException(Duration waited) {
		super("A part of a reply, and nothing more within " + waited.toSeconds() + " seconds,");
	}

}
