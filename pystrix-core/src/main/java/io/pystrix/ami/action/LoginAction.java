package io.pystrix.ami.action;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiResponse;

/**
 * Logs in by hand, on a {@link io.pystrix.ami.Manager} that has no credentials.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AMI_Actions/Login">Login</a>
 */
public final class LoginAction extends AmiAction<AmiResponse> {

	private LoginAction(List<AmiHeader> headers) {
		super("Login", headers);
	}

	/**
	 * Logs in with the secret as it is.
	 * @param username the name of the user
	 * @param secret the secret
	 * @return the action
	 */
	public static LoginAction plain(String username, String secret) {
		return new LoginAction(List.of(new AmiHeader("Username", username), new AmiHeader("Secret", secret)));
	}

	/**
	 * Logs in by proving the knowledge of the secret, which {@code manager.conf} holds in
	 * UTF-8.
	 * @param username the name of the user
	 * @param secret the secret, which is not sent
	 * @param challenge the answer to a {@link ChallengeAction} on the same connection
	 * @return the action
	 */
	public static LoginAction md5(String username, String secret, String challenge) {
		return md5(username, secret, challenge, StandardCharsets.UTF_8);
	}

	/**
	 * Logs in by proving the knowledge of the secret.
	 * @param username the name of the user
	 * @param secret the secret, which is not sent
	 * @param challenge the answer to a {@link ChallengeAction} on the same connection
	 * @param charset the charset of {@code manager.conf}, whose bytes Asterisk compares
	 * @return the action
	 */
	public static LoginAction md5(String username, String secret, String challenge, Charset charset) {
		return new LoginAction(List.of(new AmiHeader("AuthType", "MD5"), new AmiHeader("Username", username),
				new AmiHeader("Key", md5((challenge + secret).getBytes(charset)))));
	}

	/**
	 * Sets which classes of events Asterisk shall send.
	 * @param mask {@code on}, {@code off}, or classes such as {@code call,system}
	 * @return the new action
	 */
	public LoginAction events(String mask) {
		return new LoginAction(withHeader("Events", mask));
	}

	private static String md5(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JDK has no MD5", ex);
		}
	}

	@Override
	public AmiResponse result(AmiResponse response, List<AmiEvent> events) {
		return response;
	}

}
