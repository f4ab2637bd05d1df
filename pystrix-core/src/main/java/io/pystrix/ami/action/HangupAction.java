package io.pystrix.ami.action;

import java.util.List;

import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.OutcomeAction;

/**
 * Hangs a channel up. {@code Manager.perform} waits until it is gone; sent by
 * {@code sendAction} it returns Asterisk's response, which comes before that.
 * <p>
 * Asterisk 13 and later.
 *
 * @since 0.1.0
 * @see HangupMatchingAction
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AMI_Actions/Hangup">Hangup</a>
 */
public final class HangupAction extends OutcomeAction<HangupEvent> {

	/**
	 * Creates the action.
	 * @param channel the name of the channel, or its unique id
	 */
	public HangupAction(String channel) {
		this(List.of(new AmiHeader("Channel", channel)));
	}

	private HangupAction(List<AmiHeader> headers) {
		super("Hangup", headers);
	}

	/**
	 * Sets the cause that the far end is told.
	 * @param cause the number of the cause, 1 to 127; 16 is a normal end
	 * @return the new action
	 */
	public HangupAction cause(int cause) {
		return new HangupAction(withHeader("Cause", String.valueOf(cause)));
	}

	@Override
	public List<String> privileges() {
		return List.of("system", "call");
	}

	@Override
	public String outcomeEvent() {
		return "Hangup";
	}

	@Override
	public boolean isOutcome(AmiEvent event) {
		String channel = get("Channel");
		return agrees(event, "Channel") || (channel != null && channel.equals(event.get("Uniqueid")));
	}

	@Override
	public HangupEvent outcome(AmiEvent event) {
		return new HangupEvent(event.headers());
	}

}
