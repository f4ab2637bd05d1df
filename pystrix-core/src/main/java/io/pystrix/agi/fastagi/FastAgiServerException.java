package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.net.InetAddress;

/**
 * A server cannot listen where it should. The cause, a {@link java.net.BindException} as
 * a rule, says why.
 *
 * @since 0.1.0
 */
public class FastAgiServerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final InetAddress address;

	private final int port;

	/**
	 * Creates an exception.
	 * @param address the address that was to be listened on
	 * @param port the port that was to be listened on
	 * @param cause why it failed
	 */
	public FastAgiServerException(InetAddress address, int port, IOException cause) {
		super("FastAGI server cannot listen on " + address.getHostAddress() + " port " + port + ": "
				+ cause.getMessage(), cause);
		this.address = address;
		this.port = port;
	}

	/**
	 * Returns the address that was to be listened on.
	 * @return the address
	 */
	public InetAddress address() {
		return this.address;
	}

	/**
	 * Returns the port that was to be listened on.
	 * @return the port, 0 for any
	 */
	public int port() {
		return this.port;
	}

}
