package io.pystrix.test.ami;

import java.util.Objects;

/**
 * Somebody who may log in, and what he may see and do. Immutable; each method gives a
 * changed copy. <pre class="code">
 * AmiAccount.of("reader", "secret").read("system", "call").write("reporting")
 * </pre>
 * <p>
 * The classes are those of {@code manager.conf}: {@code system}, {@code call},
 * {@code log}, {@code verbose}, {@code command}, {@code agent}, {@code user},
 * {@code config}, {@code dtmf}, {@code reporting}, {@code cdr}, {@code dialplan},
 * {@code originate}, {@code agi}, {@code cc}, {@code aoc}, {@code test},
 * {@code security}, {@code message}, and {@code all} and {@code none}. See <a href=
 * "https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Manager-Interface-AMI/"
 * >Asterisk's documentation</a>.
 *
 * @since 0.1.0
 */
public final class AmiAccount {

	private final String username;

	private final String secret;

	private final ClassSet read;

	private final ClassSet write;

	private final boolean single;

	private final boolean denied;

	private AmiAccount(String username, String secret, ClassSet read, ClassSet write, boolean single, boolean denied) {
		this.username = Objects.requireNonNull(username);
		this.secret = Objects.requireNonNull(secret);
		this.read = read;
		this.write = write;
		this.single = single;
		this.denied = denied;
	}

	/**
	 * Describe an account that may see and do everything.
	 * @param username the name, which is compared in any case
	 * @param secret the secret
	 * @return the account
	 */
	public static AmiAccount of(String username, String secret) {
		return new AmiAccount(username, secret, ClassSet.ALL, ClassSet.ALL, false, false);
	}

	/**
	 * Choose the events that it may see: those all of whose classes are among these.
	 * Answers and the items of lists are always seen.
	 * @param classes the classes, one by one or with commas in between
	 * @return a changed copy
	 * @throws IllegalArgumentException if Asterisk has no such class
	 */
	public AmiAccount read(String... classes) {
		return new AmiAccount(this.username, this.secret, ClassSet.of(classes), this.write, this.single, this.denied);
	}

	/**
	 * Choose the actions that it may use: those that have one of these classes, and those
	 * that have none. Any other is answered {@code Permission denied}.
	 * @param classes the classes, one by one or with commas in between
	 * @return a changed copy
	 * @throws IllegalArgumentException if Asterisk has no such class
	 */
	public AmiAccount write(String... classes) {
		return new AmiAccount(this.username, this.secret, this.read, ClassSet.of(classes), this.single, this.denied);
	}

	/**
	 * Let it be logged in once at a time, as {@code allowmultiplelogin=no} does: whoever
	 * comes second is answered {@code Login Already In Use}.
	 * @return a changed copy
	 */
	public AmiAccount singleLogin() {
		return new AmiAccount(this.username, this.secret, this.read, this.write, true, this.denied);
	}

	/**
	 * Refuse the address that it comes from, as an access control list does. Asterisk
	 * does not tell that from a wrong secret.
	 * @return a changed copy
	 */
	public AmiAccount denied() {
		return new AmiAccount(this.username, this.secret, this.read, this.write, this.single, true);
	}

	/**
	 * The name.
	 * @return as it was given
	 */
	public String username() {
		return this.username;
	}

	String secret() {
		return this.secret;
	}

	ClassSet readable() {
		return this.read;
	}

	ClassSet writable() {
		return this.write;
	}

	boolean isSingle() {
		return this.single;
	}

	boolean isDenied() {
		return this.denied;
	}

	@Override
	public String toString() {
		return "AmiAccount[" + this.username + ", read=" + this.read + ", write=" + this.write + "]";
	}

}
