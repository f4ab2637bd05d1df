package io.pystrix.agi.internal;

import java.time.Duration;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiException;
import org.jspecify.annotations.Nullable;

/**
 * Is told of the commands of one session. Throws nothing.
 */
@FunctionalInterface
public interface CommandObserver {

	/**
	 * A command has been executed.
	 * @param command the command
	 * @param duration how long it took
	 * @param failure what it is about to throw, {@code null} if it has a result
	 */
	void executed(AgiCommand<?> command, Duration duration, @Nullable AgiException failure);

}
