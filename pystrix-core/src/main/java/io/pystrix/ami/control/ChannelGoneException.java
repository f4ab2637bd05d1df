package io.pystrix.ami.control;

import java.util.OptionalInt;

import io.pystrix.ami.ManagerException;
import io.pystrix.ami.event.HangupEvent;

/**
 * A channel was hung up before what was asked of it was done. A place in the dialplan
 * that does not exist shows itself in this way as well.
 *
 * @since 0.1.0
 */
public final class ChannelGoneException extends ManagerException {

	private static final long serialVersionUID = 1L;

	private final int cause;

	ChannelGoneException(HangupEvent event) {
		super("Channel " + event.channel() + " was hung up before that was done");
		this.cause = event.cause().orElse(-1);
	}

	/**
	 * Why it was hung up.
	 * @return the number of the cause, empty if Asterisk did not tell
	 */
	public OptionalInt cause() {
		return (this.cause >= 0) ? OptionalInt.of(this.cause) : OptionalInt.empty();
	}

}
