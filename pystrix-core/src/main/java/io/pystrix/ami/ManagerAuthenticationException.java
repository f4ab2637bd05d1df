package io.pystrix.ami;

import org.jspecify.annotations.Nullable;

/**
 * Asterisk refused the credentials. It does not tell a wrong name from a wrong password
 * or a denied address.
 */
public class ManagerAuthenticationException extends ManagerException {

	private static final long serialVersionUID = 1L;

	public ManagerAuthenticationException(@Nullable String message) {
		super(message);
	}

}
