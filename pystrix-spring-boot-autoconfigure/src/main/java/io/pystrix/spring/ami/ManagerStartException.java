package io.pystrix.spring.ami;

import io.pystrix.ami.ManagerException;
import org.jspecify.annotations.Nullable;

/**
 * The application was told to fail if it cannot connect to Asterisk, and it cannot. The
 * cause says why.
 *
 * @since 0.1.0
 */
public class ManagerStartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String server;

	ManagerStartException(@Nullable String server, ManagerException cause) {
		super("Cannot connect to Asterisk" + ((server != null) ? " server '" + server + "'" : "") + ": "
				+ cause.getMessage(), cause);
		this.server = server;
	}

	/**
	 * Returns which server it is about.
	 * @return the name, {@code null} if there is but one server
	 */
	public @Nullable String server() {
		return this.server;
	}

}
