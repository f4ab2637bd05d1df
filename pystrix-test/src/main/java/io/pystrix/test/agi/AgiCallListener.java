package io.pystrix.test.agi;

/**
 * Is told what happens in a call. Every method runs on the call's own thread, in order,
 * and holds the call up while it runs; the default does nothing.
 *
 * @since 0.1.0
 */
public interface AgiCallListener {

	/**
	 * A command arrived and is about to run.
	 * @param command the command line
	 */
	default void commandStarted(String command) {
	}

	/**
	 * A command has run; its reply is written after this.
	 * @param command the command line
	 * @param code how it ended, as {@code AGIExecEnd} shows it: 200, 510, 511 or 520; -1
	 * if the command failed, for example because the channel hung up, though its reply
	 * begins with 200
	 */
	default void commandEnded(String command, int code) {
	}

	/**
	 * The script answered the channel, which was not up before.
	 */
	default void answered() {
	}

	/**
	 * The script set a variable of the channel.
	 * @param name the variable's name
	 * @param value its value
	 */
	default void variableSet(String name, String value) {
	}

	/**
	 * The script hung up its channel by {@code HANGUP}; {@link #hungUp()} follows.
	 */
	default void hangupRequested() {
	}

	/**
	 * The channel has hung up, whoever did it; the script is told after this.
	 */
	default void hungUp() {
	}

	/**
	 * The conversation is over; the dialplan would go on now.
	 * @param status how it ended
	 */
	default void ended(AgiStatus status) {
	}

}
