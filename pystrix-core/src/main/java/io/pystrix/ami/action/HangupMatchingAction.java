package io.pystrix.ami.action;

import java.util.List;

import io.pystrix.ami.event.ChannelHungupEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.ami.message.EventList;

/**
 * Hangs up all channels whose names match a regular expression: the action Hangup in its
 * other form, which lists them.
 * <p>
 * Asterisk 13 and later.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AMI_Actions/Hangup">Hangup</a>
 */
public final class HangupMatchingAction extends AmiAction<EventList<ChannelHungupEvent>> {

	/**
	 * Creates the action.
	 * @param regex the expression, in the extended form of POSIX; it matches anywhere in
	 * a name
	 */
	public HangupMatchingAction(String regex) {
		this(List.of(new AmiHeader("Channel", "/" + regex + "/")));
	}

	private HangupMatchingAction(List<AmiHeader> headers) {
		super("Hangup", headers);
	}

	/**
	 * Sets the cause that the far ends are told.
	 * @param cause the number of the cause, 1 to 127; 16 is a normal end
	 * @return the new action
	 */
	public HangupMatchingAction cause(int cause) {
		return new HangupMatchingAction(withHeader("Cause", String.valueOf(cause)));
	}

	@Override
	public List<String> privileges() {
		return List.of("system", "call");
	}

	@Override
	public boolean isList() {
		return true;
	}

	@Override
	public String completeEvent() {
		return "ChannelsHungupListComplete";
	}

	@Override
	public EventList<ChannelHungupEvent> result(AmiResponse response, List<AmiEvent> events) {
		return EventList.of(ChannelHungupEvent.class, response, events);
	}

}
