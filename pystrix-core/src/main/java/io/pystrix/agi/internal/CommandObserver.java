package io.pystrix.agi.internal;

import java.time.Duration;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiReply;
import org.jspecify.annotations.Nullable;

/**
 * Is told of the commands of one session. Throws nothing.
 *
 * @since 0.1.0
 */
public interface CommandObserver {

	/**
	 * A command is about to be sent.
	 * @param command the command
	 */
	void started(AgiCommand<?> command);

	/**
	 * A reply has come.
	 * @param command the command
	 * @param reply the reply, whatever its code
	 */
	void replied(AgiCommand<?> command, AgiReply reply);

	/**
	 * A command has been executed.
	 * @param command the command
	 * @param duration how long it took
	 * @param failure what it is about to throw, {@code null} if it has a result
	 */
	void executed(AgiCommand<?> command, Duration duration, @Nullable AgiException failure);

}
