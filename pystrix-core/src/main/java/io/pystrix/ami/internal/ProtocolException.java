package io.pystrix.ami.internal;

import java.io.IOException;

/**
 * The peer sent what no Asterisk sends; the connection cannot be used any further.
 *
 * @since 0.1.0
 */
public final class ProtocolException extends IOException {

	private static final long serialVersionUID = 1L;

	public ProtocolException(String message) {
		super(message);
	}

}
