package io.pystrix.ami;

import java.util.Locale;
import java.util.Map;

import io.pystrix.ami.message.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * Why Asterisk refuses an action, a login above all, as far as its text says so. The
 * texts are those of main/manager.c; the releases are those whose source has them.
 */
enum Refusal {

	/**
	 * {@code action_login}, 13 to 23: the user does not exist, the secret or the proof of
	 * it is wrong, or the user's {@code acl}, {@code permit} or {@code deny} in
	 * manager.conf excludes the address of the client ({@code authenticate}). The text
	 * does not say which.
	 */
	CREDENTIALS(true,
			"check the name, the secret, and the address of this host against the user's permit, deny and acl"
					+ " in manager.conf"),

	/**
	 * {@code process_message}, 13 to 23: an action before the login, or one that the user
	 * may not send. A login needs no privilege, so that it never gets this from Asterisk
	 * itself; a proxy in front of it may send it.
	 */
	PERMISSION(true, "the user or the address of this host has no permission"),

	/**
	 * {@code process_message}, 13.9 to 23: while a graceful or fast shutdown waits for
	 * calls to end, each action is answered so, logins too. {@code core abort shutdown}
	 * ends it; {@code core stop when convenient} does not cause it.
	 */
	SHUTTING_DOWN(false, "it accepts logins again after its restart, or when the shutdown is aborted"),

	/**
	 * {@code process_message}, 13 to 23: another session of the user exists, which may be
	 * one of a connection that was lost and that Asterisk has not noticed yet.
	 */
	IN_USE(false,
			"the user has allowmultiplelogin=no in manager.conf, and another session exists or has not timed out"
					+ " yet"),

	/**
	 * {@code action_challenge}, 13 to 23: an AuthType other than MD5.
	 */
	AUTH_TYPE(false, "it does not support MD5; a plain login may help"),

	/**
	 * Any other text, such as those of an allocation that failed or of a proxy. A
	 * connection that is closed without a word is none: so does Asterisk when
	 * {@code authlimit} connections are not logged in yet, or {@code authtimeout} has
	 * passed ({@code session_do} and {@code do_message}, 13 to 23).
	 */
	OTHER(false, null);

	private static final Map<String, Refusal> BY_MESSAGE = Map.of("authentication failed", CREDENTIALS,
			"permission denied", PERMISSION, "asterisk is shutting down", SHUTTING_DOWN, "login already in use", IN_USE,
			"must specify authtype", AUTH_TYPE);

	private final boolean ofCredentials;

	private final @Nullable String explanation;

	Refusal(boolean ofCredentials, @Nullable String explanation) {
		this.ofCredentials = ofCredentials;
		this.explanation = explanation;
	}

	/**
	 * Returns what a response refuses.
	 * @param response the response
	 * @return the refusal; {@code null} if it is none
	 */
	static @Nullable Refusal of(AmiResponse response) {
		if (response.isSuccess()) {
			return null;
		}
		String message = response.message();
		return (message != null) ? BY_MESSAGE.getOrDefault(message.strip().toLowerCase(Locale.ROOT), OTHER) : OTHER;
	}

	/** Whether Asterisk refuses an action because it is shutting down. */
	static boolean isShutdown(AmiResponse response) {
		return of(response) == SHUTTING_DOWN;
	}

	/** Makes the failure of a login. */
	ManagerException failure(AmiEndpoint endpoint, Credentials credentials, @Nullable String message) {
		String text = endpoint + " refused to log in user '" + credentials.username() + "': " + message
				+ ((this.explanation != null) ? " (" + this.explanation + ")" : "");
		return (this.ofCredentials) ? new ManagerAuthenticationException(text)
				: new ManagerConnectionException(text, null, this == SHUTTING_DOWN);
	}

}
