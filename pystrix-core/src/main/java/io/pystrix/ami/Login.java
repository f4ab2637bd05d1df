package io.pystrix.ami;

import java.io.IOException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Logs in on a new connection, and sets up what Asterisk forgets with each one.
 */
final class Login {

	private final ManagerSettings settings;

	Login(ManagerSettings settings) {
		this.settings = settings;
	}

	/**
	 * Logs in.
	 * @throws ManagerAuthenticationException if Asterisk refuses
	 * @throws IOException if the connection fails
	 */
	void perform(Connection connection, Credentials credentials) throws IOException {
		NamedAction login = AmiAction.named("Login").with("Username", credentials.username());
		if (this.settings.plainLogin()) {
			login = login.with("Secret", credentials.secret());
		}
		else {
			login = login.with("AuthType", "MD5").with("Key", key(connection, credentials));
		}
		String mask = this.settings.eventMask();
		if (mask != null) {
			login = login.with("Events", mask);
		}
		check(connection, credentials, connection.exchange(login));
		for (String filter : this.settings.filters()) {
			addFilter(connection, filter);
		}
	}

	private String key(Connection connection, Credentials credentials) throws IOException {
		AmiResponse response = connection.exchange(AmiAction.named("Challenge").with("AuthType", "MD5"));
		check(connection, credentials, response);
		String challenge = response.get("Challenge");
		if (challenge == null) {
			throw new ManagerAuthenticationException(connection.endpoint() + " answered without a challenge");
		}
		return md5(challenge + credentials.secret(), this.settings.charset());
	}

	private static void check(Connection connection, Credentials credentials, AmiResponse response) {
		if (!response.isSuccess()) {
			throw new ManagerAuthenticationException(connection.endpoint() + " refused to log in user '"
					+ credentials.username() + "': " + response.message());
		}
	}

	private static void addFilter(Connection connection, String filter) throws IOException {
		AmiAction<?> action = AmiAction.named("Filter").with("Operation", "Add").with("Filter", filter);
		AmiResponse response = connection.exchange(action);
		if (!response.isSuccess()) {
			throw new ManagerException(
					"%s refused event filter '%s': %s".formatted(connection.endpoint(), filter, response.message()));
		}
	}

	private static String md5(String text, Charset charset) {
		try {
			byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(charset));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JDK has no MD5", ex);
		}
	}

}
