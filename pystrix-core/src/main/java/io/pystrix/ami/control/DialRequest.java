package io.pystrix.ami.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.live.DialplanPosition;
import io.pystrix.internal.AgiMask;
import io.pystrix.internal.SecretNames;
import io.pystrix.internal.TextMask;
import io.pystrix.internal.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * A call to be placed: whom to dial, and what the party is connected with when it
 * answers.
 *
 * @param endpoint what is dialled, such as {@code PJSIP/100}
 * @param place where in the dialplan the party goes on, {@code null} if an application is
 * run
 * @param application the dialplan application that is run, {@code null} if there is a
 * place
 * @param applicationData the arguments of the application, may be empty
 * @param callerId whom the party sees, such as {@code "Alice" <100>}; {@code null} for
 * Asterisk's default
 * @param timeout how long it may ring, 30 s by default
 * @param variables the variables of the channel; with a leading {@code __} channels that
 * it dials inherit them
 * @param earlyMedia whether the place is gone to as soon as there is early media
 * @param account the account code, {@code null} for none
 * @see Calls#dial
 */
public record DialRequest(String endpoint, @Nullable DialplanPosition place, @Nullable String application,
		String applicationData, @Nullable String callerId, Duration timeout, Map<String, String> variables,
		boolean earlyMedia, @Nullable String account) {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

	/**
	 * Checks the parts.
	 */
	public DialRequest {
		if (endpoint.indexOf('/') < 1) {
			throw new IllegalArgumentException(
					"An endpoint is a technology, a slash and a resource, not \"" + endpoint + "\"");
		}
		if (timeout.toMillis() < 1) {
			throw new IllegalArgumentException("The time that a call may ring must be 1 ms at least, not " + timeout);
		}
		variables = new VariableMap(variables);
	}

	/**
	 * Starts a request, which has to be given a {@link #connectedTo place} or an
	 * {@link #running application}.
	 * @param endpoint what is dialled, such as {@code PJSIP/100} or
	 * {@code Local/200@internal}
	 * @return the request
	 */
	public static DialRequest to(String endpoint) {
		return new DialRequest(endpoint, null, null, "", null, DEFAULT_TIMEOUT, Map.of(), false, null);
	}

	/**
	 * Connects the party with an extension instead of what was said before.
	 * @param context the context
	 * @param exten the extension
	 * @return the new request
	 */
	public DialRequest connectedTo(String context, String exten) {
		return connectedTo(new DialplanPosition(context, exten, "1"));
	}

	/**
	 * Has the party go on at a place in the dialplan instead of what was said before.
	 * @param place the place
	 * @return the new request
	 */
	public DialRequest connectedTo(DialplanPosition place) {
		return new DialRequest(this.endpoint, place, null, "", this.callerId, this.timeout, this.variables,
				this.earlyMedia, this.account);
	}

	/**
	 * Runs an application for the party instead of what was said before.
	 * @param application the name of the dialplan application
	 * @param data its arguments, may be empty
	 * @return the new request
	 */
	public DialRequest running(String application, String data) {
		return new DialRequest(this.endpoint, null, application, data, this.callerId, this.timeout, this.variables,
				this.earlyMedia, this.account);
	}

	/**
	 * Sets whom the party sees.
	 * @param callerId such as {@code "Alice" <100>}
	 * @return the new request
	 */
	public DialRequest withCallerId(String callerId) {
		return new DialRequest(this.endpoint, this.place, this.application, this.applicationData, callerId,
				this.timeout, this.variables, this.earlyMedia, this.account);
	}

	/**
	 * Sets how long it may ring.
	 * @param timeout the time, 1 ms at least
	 * @return the new request
	 */
	public DialRequest withTimeout(Duration timeout) {
		return new DialRequest(this.endpoint, this.place, this.application, this.applicationData, this.callerId,
				timeout, this.variables, this.earlyMedia, this.account);
	}

	/**
	 * Adds a variable of the channel.
	 * @param name the name
	 * @param value the value
	 * @return the new request
	 */
	public DialRequest withVariable(String name, String value) {
		Map<String, String> variables = new LinkedHashMap<>(this.variables);
		variables.put(name, value);
		return new DialRequest(this.endpoint, this.place, this.application, this.applicationData, this.callerId,
				this.timeout, variables, this.earlyMedia, this.account);
	}

	/**
	 * Goes to the place as soon as there is early media, not only when the party answers.
	 * @return the new request
	 */
	public DialRequest withEarlyMedia() {
		return new DialRequest(this.endpoint, this.place, this.application, this.applicationData, this.callerId,
				this.timeout, this.variables, true, this.account);
	}

	/**
	 * Sets the account code.
	 * @param account the code
	 * @return the new request
	 */
	public DialRequest withAccount(String account) {
		return new DialRequest(this.endpoint, this.place, this.application, this.applicationData, this.callerId,
				this.timeout, this.variables, this.earlyMedia, account);
	}

	OriginateAction toAction(String channelId, String otherChannelId) {
		OriginateAction action = new OriginateAction(this.endpoint).timeout(this.timeout)
			.channelId(channelId)
			.otherChannelId(otherChannelId);
		if (this.place != null) {
			action = action.context(this.place.context()).exten(this.place.exten()).priority(this.place.priority());
		}
		else if (this.application != null) {
			action = action.application(this.application, this.applicationData);
		}
		else {
			// Asterisk would call, and hang up on whoever answers
			throw new IllegalArgumentException(
					"A call to " + this.endpoint + " has to be connected with a place or an application");
		}
		action = (this.callerId != null) ? action.callerId(this.callerId) : action;
		action = (this.account != null) ? action.account(this.account) : action;
		action = (this.earlyMedia) ? action.earlyMedia() : action;
		for (Map.Entry<String, String> variable : this.variables.entrySet()) {
			action = action.variable(variable.getKey(), variable.getValue());
		}
		return action;
	}

	/**
	 * Describes the request, with secrets among variables and applications masked.
	 */
	@Override
	public String toString() {
		String data = (this.application != null && AgiMask.takesPassword(this.application)) ? SecretNames.MASK
				: TextMask.assignments(this.applicationData, SecretNames.DEFAULT);
		String endpoint = TextMask.assignments(this.endpoint, SecretNames.DEFAULT);
		return "DialRequest[endpoint=" + endpoint + ", place=" + this.place + ", application=" + this.application
				+ ", applicationData=" + data + ", callerId=" + this.callerId + ", timeout=" + this.timeout
				+ ", variables=" + this.variables + ", earlyMedia=" + this.earlyMedia + ", account=" + this.account
				+ "]";
	}

}
