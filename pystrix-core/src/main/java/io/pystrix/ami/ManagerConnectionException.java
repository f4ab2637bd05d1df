package io.pystrix.ami;

import org.jspecify.annotations.Nullable;

/**
 * There is no connection: it cannot be made, Asterisk refuses logins for now, or it was
 * lost while an action was pending. An action that was pending may or may not have been
 * executed.
 *
 * @since 0.1.0
 */
public class ManagerConnectionException extends ManagerException {

	private static final long serialVersionUID = 1L;

	private final boolean shuttingDown;

	public ManagerConnectionException(@Nullable String message) {
		this(message, null);
	}

	public ManagerConnectionException(@Nullable String message, @Nullable Throwable cause) {
		this(message, cause, false);
	}

	ManagerConnectionException(@Nullable String message, @Nullable Throwable cause, boolean shuttingDown) {
		super(message, cause);
		this.shuttingDown = shuttingDown;
	}

	/**
	 * Returns whether Asterisk refused the login because it is shutting down. It accepts
	 * logins again after its restart, or when the shutdown is aborted.
	 * @return {@code true} if neither the link nor the user is the reason
	 * @see ManagerStatus#shuttingDown()
	 */
	public boolean isShuttingDown() {
		return this.shuttingDown;
	}

}
