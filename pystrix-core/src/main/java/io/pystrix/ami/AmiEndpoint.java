package io.pystrix.ami;

/**
 * Where a manager interface listens.
 *
 * @param host the host name or address, IPv4 or IPv6
 * @param port the port, 1 to 65535
 * @since 0.1.0
 */
public record AmiEndpoint(String host, int port) {

	/** The port of Asterisk's manager interface. */
	public static final int DEFAULT_PORT = 5038;

	public AmiEndpoint {
		if (host.isBlank()) {
			throw new IllegalArgumentException("The host must not be empty");
		}
		if (port < 1 || port > 65535) {
			throw new IllegalArgumentException("The port must be between 1 and 65535, not " + port);
		}
	}

	@Override
	public String toString() {
		return (this.host.indexOf(':') >= 0) ? "[" + this.host + "]:" + this.port : this.host + ":" + this.port;
	}

}
