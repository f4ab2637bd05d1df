package io.pystrix.agi;

import io.pystrix.internal.AgiMask;
import io.pystrix.internal.Printable;
import io.pystrix.internal.SecretNames;
import org.jspecify.annotations.Nullable;

/**
 * One AGI command as an immutable value: the line that is sent, and the meaning of the
 * reply. Asterisk's own commands are in {@code io.pystrix.agi.command}; extend this
 * class, or use {@link #of}, for commands that Asterisk's modules add.
 * <p>
 * Arguments are quoted such that Asterisk reads exactly the text given, whatever it
 * contains. Three characters cannot be sent at all: carriage return, line feed and NUL.
 * An argument with one of them, a line of more than 8190 bytes in UTF-8 or more than 120
 * words is an {@link IllegalArgumentException} when the command is created.
 * <p>
 * How long a line may be depends on the release of Asterisk, and is checked when the
 * command is executed: 2046 bytes, or 8190 from 20.16, 21.11, 22.6 and 23.0 on and in
 * certified-22.8. Over AsyncAGI it is 1013 bytes with every release. A longer command is
 * an {@link IllegalArgumentException}; nothing of it is sent, and the session goes on.
 *
 * @param <R> what the command results in
 * @since 0.1.0
 */
public abstract class AgiCommand<R> {

	private final String line;

	/**
	 * Creates a command.
	 * @param verb the command's name, one or more words
	 * @param arguments the arguments in order: numbers are sent as they are, everything
	 * else as quoted text; {@code null} elements are left out
	 * @throws IllegalArgumentException if Asterisk could not read the line
	 */
	protected AgiCommand(String verb, @Nullable Object... arguments) {
		this.line = CommandLine.of(verb, arguments);
	}

	/**
	 * Returns a command that is known by its name only.
	 * @param verb the command's name, one or more words
	 * @param arguments the arguments in order: numbers are sent as they are, everything
	 * else as quoted text; {@code null} elements are left out
	 * @return a command that results in the reply itself
	 * @throws IllegalArgumentException if Asterisk could not read the line
	 */
	public static AgiCommand<AgiReply> of(String verb, @Nullable Object... arguments) {
		return new NamedCommand(verb, arguments);
	}

	/**
	 * Returns the line to send.
	 * @return the line without line end
	 */
	public final String line() {
		return this.line;
	}

	/**
	 * Makes the result out of a reply. The reply has code 200 and a result; all others
	 * have become exceptions already.
	 * @param reply the reply
	 * @return the result
	 * @throws AgiApplicationException if the reply says that the command failed
	 */
	public abstract R result(AgiReply reply);

	/**
	 * Whether a reply may come from a hang-up. Asterisk answers {@code -1} both when the
	 * caller goes and when, say, a file is missing; in the first case it sends a notice
	 * right behind the reply, for which the session then waits a moment, and throws an
	 * {@link AgiResultHangupException} if it comes. Override this for commands where
	 * {@code -1} means something else.
	 * @param reply a reply with code 200
	 * @return whether to look for the notice, by default if the result is {@code -1}
	 */
	public boolean suggestsHangup(AgiReply reply) {
		return "-1".equals(reply.result());
	}

	/**
	 * Returns whether a reply says by itself that the caller has hung up, so that no
	 * notice is needed. If so, the session throws an {@link AgiResultHangupException}.
	 * @param reply a reply with code 200
	 * @return whether the caller has hung up, by default {@code false}
	 * @since 0.1.0
	 */
	public boolean provesHangup(AgiReply reply) {
		return false;
	}

	/**
	 * Describes the command: its line, with secrets masked as by
	 * {@link WireLogOptions#DEFAULTS}.
	 */
	@Override
	public String toString() {
		return Printable.escaped(AgiMask.ofCommand(this.line, SecretNames.DEFAULT, false));
	}

	private static final class NamedCommand extends AgiCommand<AgiReply> {

		NamedCommand(String verb, @Nullable Object... arguments) {
			super(verb, arguments);
		}

		@Override
		public AgiReply result(AgiReply reply) {
			return reply;
		}

	}

}
