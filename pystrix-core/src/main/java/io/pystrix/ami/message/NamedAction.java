package io.pystrix.ami.message;

import java.util.List;

/**
 * Any action by its name, with ordered and repeatable headers.
 *
 * @since 0.1.0
 * @see AmiAction#named(String)
 */
public final class NamedAction extends AmiAction<AmiResponse> {

	NamedAction(String name, List<AmiHeader> headers) {
		super(name, headers);
	}

	/**
	 * Adds a header; one that is there already is kept and sent as well.
	 * @param name the name
	 * @param value the value
	 * @return the new action
	 * @throws IllegalArgumentException if the name or value holds CR, LF or NUL, or the
	 * name a colon
	 */
	public NamedAction with(String name, String value) {
		return new NamedAction(name(), withAddedHeader(name, value));
	}

	/**
	 * Makes the action wait for the list of events that Asterisk answers with.
	 * @return an action that returns the list
	 */
	public AmiAction<EventList<AmiEvent>> asList() {
		return new ListAction(name(), headers());
	}

	@Override
	public AmiResponse result(AmiResponse response, List<AmiEvent> events) {
		return response;
	}

	private static final class ListAction extends AmiAction<EventList<AmiEvent>> {

		ListAction(String name, List<AmiHeader> headers) {
			super(name, headers);
		}

		@Override
		public boolean isList() {
			return true;
		}

		@Override
		public EventList<AmiEvent> result(AmiResponse response, List<AmiEvent> events) {
			return EventList.of(AmiEvent.class, response, events);
		}

	}

}
