package io.pystrix.ami.message;

import java.time.Duration;
import java.util.List;

/**
 * An action whose outcome comes later, as an event that is known by something else than
 * the ActionID. Sent by {@link io.pystrix.ami.Manager#sendAction} it returns Asterisk's
 * response alone; {@link io.pystrix.ami.Manager#perform} waits for the outcome.
 *
 * @param <R> the outcome
 * @since 0.1.0
 */
public abstract class OutcomeAction<R> extends AmiAction<AmiResponse> {

	private static final Duration DEADLINE = Duration.ofSeconds(10);

	/**
	 * Creates an action.
	 * @param name the name
	 * @param headers the headers without {@code Action}
	 */
	protected OutcomeAction(String name, List<AmiHeader> headers) {
		super(name, headers);
	}

	/**
	 * Returns this action in the form in which its outcome can be recognised, with ids of
	 * its own for instance.
	 * @return the action to be sent; this one unless a subclass says otherwise
	 */
	public OutcomeAction<R> prepared() {
		return this;
	}

	/**
	 * The name of the event that tells the outcome.
	 * @return the exact name
	 */
	public abstract String outcomeEvent();

	/**
	 * Whether an event tells the outcome. Called on the prepared action, for every event
	 * of that name from before it is sent.
	 * @param event an event
	 * @return {@code true} if it does
	 */
	public abstract boolean isOutcome(AmiEvent event);

	/**
	 * Makes the outcome of its event.
	 * @param event the event for which {@link #isOutcome} was {@code true}
	 * @return the outcome
	 */
	public abstract R outcome(AmiEvent event);

	/**
	 * How long the outcome may take, since an event can always fail to come.
	 * @return the time from sending on, 10 s unless a subclass says otherwise
	 */
	public Duration deadline() {
		return DEADLINE;
	}

	/**
	 * Whether an event says the same as this action in a header, for {@link #isOutcome}.
	 * @param event the event
	 * @param header the name of the header, in any case
	 * @return {@code true} if the event has the same value, in any case, or this action
	 * does not have the header
	 */
	protected final boolean agrees(AmiEvent event, String header) {
		String expected = get(header);
		return expected == null || expected.equalsIgnoreCase(event.get(header));
	}

	@Override
	public final AmiResponse result(AmiResponse response, List<AmiEvent> events) {
		return response;
	}

}
