package io.pystrix.ami;

import org.jspecify.annotations.Nullable;

/**
 * Asterisk refused the credentials: the name or the secret is wrong, or the user's
 * {@code permit}, {@code deny} or {@code acl} in {@code manager.conf} excludes the
 * address of this host. Asterisk does not say which. Any other refusal of a login is a
 * {@link ManagerConnectionException}.
 *
 * @since 0.1.0
 */
public class ManagerAuthenticationException extends ManagerException {

	private static final long serialVersionUID = 1L;

	public ManagerAuthenticationException(@Nullable String message) {
		super(message);
	}

}
