package io.pystrix.ami;

import org.jspecify.annotations.Nullable;

/**
 * There is no connection: it cannot be made, Asterisk refuses logins for now, or it was
 * lost while an action was pending. An action that was pending may or may not have been
 * executed.
 */
public class ManagerConnectionException extends ManagerException {

	private static final long serialVersionUID = 1L;

	public ManagerConnectionException(@Nullable String message) {
		super(message);
	}

	public ManagerConnectionException(@Nullable String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
