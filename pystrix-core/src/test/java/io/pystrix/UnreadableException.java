package io.pystrix;

/**
 * An exception that cannot even be logged: its message throws.
 */
public final class UnreadableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	@Override
	public String getMessage() {
		throw new AssertionError("no message");
	}

}
