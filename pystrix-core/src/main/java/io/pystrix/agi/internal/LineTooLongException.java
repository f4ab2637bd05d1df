package io.pystrix.agi.internal;

import java.io.IOException;

/**
 * The other side sends more than it may, so that keeping it would cost too much memory.
 *
 * @since 0.1.0
 */
public final class LineTooLongException extends IOException {

	private static final long serialVersionUID = 1L;

	LineTooLongException(int maxBytes) {
		super("More than " + maxBytes + " bytes");
	}

}
