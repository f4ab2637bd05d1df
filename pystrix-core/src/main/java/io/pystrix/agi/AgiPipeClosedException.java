package io.pystrix.agi;

/**
 * The connection to Asterisk is gone, and the call with it: end of stream, or an I/O
 * error.
 *
 * @since 0.1.0
 */
public class AgiPipeClosedException extends AgiHangupException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param message what was noticed
	 */
	public AgiPipeClosedException(String message) {
		super(message);
	}

	/**
	 * Creates an exception that has a cause.
	 * @param message what was noticed
	 * @param cause the I/O error
	 */
	public AgiPipeClosedException(String message, Throwable cause) {
		super(message, cause);
	}

}
