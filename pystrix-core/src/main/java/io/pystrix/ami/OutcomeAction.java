package io.pystrix.ami;

import java.time.Duration;
import java.util.List;

/**
 * An action whose outcome comes later, as an event that is known by something else than
 * the ActionID. Sent by {@link Manager#sendAction} it returns Asterisk's response alone;
 * {@link Manager#perform} waits for the outcome.
 *
 * @param <R> the outcome
 */
public abstract class OutcomeAction<R> extends AmiAction<AmiResponse> {

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
	 * @return the action to be sent
	 */
	protected abstract OutcomeAction<R> prepared();

	/**
	 * The name of the event that tells the outcome.
	 * @return the exact name
	 */
	protected abstract String outcomeEvent();

	/**
	 * Whether an event tells the outcome. Called on the prepared action, for every event
	 * of that name from before it is sent.
	 * @param event an event
	 * @return {@code true} if it does
	 */
	protected abstract boolean isOutcome(AmiEvent event);

	/**
	 * Makes the outcome of its event.
	 * @param event the event for which {@link #isOutcome} was {@code true}
	 * @return the outcome
	 */
	protected abstract R outcome(AmiEvent event);

	/**
	 * How long the outcome may take, since an event can always fail to come.
	 * @return the time from sending on
	 */
	protected abstract Duration deadline();

	@Override
	protected final AmiResponse result(AmiResponse response, List<AmiEvent> events) {
		return response;
	}

}
