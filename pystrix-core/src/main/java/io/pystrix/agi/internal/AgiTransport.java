package io.pystrix.agi.internal;

import java.io.Closeable;
import java.io.IOException;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiReply;
import io.pystrix.internal.AgiMask;
import io.pystrix.internal.SecretNames;

/**
 * Carries the commands of one session. Used by one thread at a time, but for
 * {@link #close}, which makes whoever waits in another method fail with an
 * {@link IOException}. What it learns of a hang-up it tells the {@link HangupNotice} that
 * it shares with the session.
 *
 * @since 0.1.0
 */
public interface AgiTransport extends Closeable {

	/**
	 * Refuses a command that the Asterisk of the call would not read as one, before
	 * anything is sent.
	 * @param line the command, without line end
	 * @param environment what Asterisk sent at the start
	 * @throws IllegalArgumentException if the line is too long
	 */
	default void check(String line, AgiEnvironment environment) {
	}

	/**
	 * Returns a command as exceptions may show it.
	 * @param line the command, without line end
	 * @return the command without secrets
	 */
	default String shown(String line) {
		return AgiMask.ofCommand(line, SecretNames.DEFAULT, false);
	}

	/**
	 * Sends a command and waits for its reply. The session has called {@link #poll}
	 * before.
	 * @param line the command, without line end
	 * @param deadline when to give up
	 * @return the final reply, whatever its code
	 * @throws java.net.SocketTimeoutException at the deadline: the reply may still come,
	 * so nothing can be sent any more
	 * @throws IOException if the connection is lost
	 */
	AgiReply exchange(String line, Deadline deadline) throws IOException;

	/**
	 * Takes in what arrives while no command is in flight, until the deadline or until a
	 * hang-up is known.
	 * @param deadline how long to wait, {@link Deadline#NOW} for what is there already
	 * @throws IOException if the connection is lost
	 */
	void poll(Deadline deadline) throws IOException;

	/**
	 * Waits for the notice of a hang-up that may follow the last reply.
	 * @throws IOException if the connection is lost
	 */
	void awaitNotice() throws IOException;

	@Override
	void close();

}
