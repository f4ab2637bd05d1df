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
 * @since 0.1.0
 * @see Calls#dial
 */
public final class DialRequest {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

	private final Values values;

	private DialRequest(String endpoint, @Nullable DialplanPosition place, @Nullable String application,
			String applicationData, @Nullable String callerId, Duration timeout, Map<String, String> variables,
			boolean earlyMedia, @Nullable String account) {
		if (endpoint.indexOf('/') < 1) {
			throw new IllegalArgumentException(
					"An endpoint is a technology, a slash and a resource, not \"" + endpoint + "\"");
		}
		if (timeout.toMillis() < 1) {
			throw new IllegalArgumentException("The time that a call may ring must be 1 ms at least, not " + timeout);
		}
		variables = new VariableMap(variables);
		this.values = new Values(endpoint, place, application, applicationData, callerId, timeout, variables,
				earlyMedia, account);
	}

	/**
	 * {@return what is dialled, such as {@code PJSIP/100}}
	 */
	public String endpoint() {
		return this.values.endpoint();
	}

	/**
	 * {@return where in the dialplan the party goes on, {@code null} if an application is
	 * run}
	 */
	public @Nullable DialplanPosition place() {
		return this.values.place();
	}

	/**
	 * {@return the dialplan application that is run, {@code null} if there is a place}
	 */
	public @Nullable String application() {
		return this.values.application();
	}

	/**
	 * {@return the arguments of the application, may be empty}
	 */
	public String applicationData() {
		return this.values.applicationData();
	}

	/**
	 * {@return whom the party sees, such as {@code "Alice" <100>}; {@code null} for
	 * Asterisk's default}
	 */
	public @Nullable String callerId() {
		return this.values.callerId();
	}

	/**
	 * {@return how long it may ring, 30 s by default}
	 */
	public Duration timeout() {
		return this.values.timeout();
	}

	/**
	 * {@return the variables of the channel; with a leading {@code __} channels that it
	 * dials inherit them}
	 */
	public Map<String, String> variables() {
		return this.values.variables();
	}

	/**
	 * {@return whether the place is gone to as soon as there is early media}
	 */
	public boolean earlyMedia() {
		return this.values.earlyMedia();
	}

	/**
	 * {@return the account code, {@code null} for none}
	 */
	public @Nullable String account() {
		return this.values.account();
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
		return new DialRequest(this.values.endpoint(), place, null, "", this.values.callerId(), this.values.timeout(),
				this.values.variables(), this.values.earlyMedia(), this.values.account());
	}

	/**
	 * Runs an application for the party instead of what was said before.
	 * @param application the name of the dialplan application
	 * @param data its arguments, may be empty
	 * @return the new request
	 */
	public DialRequest running(String application, String data) {
		return new DialRequest(this.values.endpoint(), null, application, data, this.values.callerId(),
				this.values.timeout(), this.values.variables(), this.values.earlyMedia(), this.values.account());
	}

	/**
	 * Sets whom the party sees.
	 * @param callerId such as {@code "Alice" <100>}
	 * @return the new request
	 */
	public DialRequest withCallerId(String callerId) {
		return new DialRequest(this.values.endpoint(), this.values.place(), this.values.application(),
				this.values.applicationData(), callerId, this.values.timeout(), this.values.variables(),
				this.values.earlyMedia(), this.values.account());
	}

	/**
	 * Sets how long it may ring.
	 * @param timeout the time, 1 ms at least
	 * @return the new request
	 */
	public DialRequest withTimeout(Duration timeout) {
		return new DialRequest(this.values.endpoint(), this.values.place(), this.values.application(),
				this.values.applicationData(), this.values.callerId(), timeout, this.values.variables(),
				this.values.earlyMedia(), this.values.account());
	}

	/**
	 * Adds a variable of the channel.
	 * @param name the name
	 * @param value the value
	 * @return the new request
	 */
	public DialRequest withVariable(String name, String value) {
		Map<String, String> variables = new LinkedHashMap<>(this.values.variables());
		variables.put(name, value);
		return new DialRequest(this.values.endpoint(), this.values.place(), this.values.application(),
				this.values.applicationData(), this.values.callerId(), this.values.timeout(), variables,
				this.values.earlyMedia(), this.values.account());
	}

	/**
	 * Goes to the place as soon as there is early media, not only when the party answers.
	 * @return the new request
	 */
	public DialRequest withEarlyMedia() {
		return new DialRequest(this.values.endpoint(), this.values.place(), this.values.application(),
				this.values.applicationData(), this.values.callerId(), this.values.timeout(), this.values.variables(),
				true, this.values.account());
	}

	/**
	 * Sets the account code.
	 * @param account the code
	 * @return the new request
	 */
	public DialRequest withAccount(String account) {
		return new DialRequest(this.values.endpoint(), this.values.place(), this.values.application(),
				this.values.applicationData(), this.values.callerId(), this.values.timeout(), this.values.variables(),
				this.values.earlyMedia(), account);
	}

	OriginateAction toAction(String channelId, String otherChannelId) {
		OriginateAction action = new OriginateAction(this.values.endpoint()).timeout(this.values.timeout())
			.channelId(channelId)
			.otherChannelId(otherChannelId);
		if (this.values.place() != null) {
			action = action.context(this.values.place().context())
				.exten(this.values.place().exten())
				.priority(this.values.place().priority());
		}
		else if (this.values.application() != null) {
			action = action.application(this.values.application(), this.values.applicationData());
		}
		else {
			// Asterisk would call, and hang up when somebody answers
			throw new IllegalArgumentException(
					"A call to " + this.values.endpoint() + " has to be connected with a place or an application");
		}
		action = (this.values.callerId() != null) ? action.callerId(this.values.callerId()) : action;
		action = (this.values.account() != null) ? action.account(this.values.account()) : action;
		action = (this.values.earlyMedia()) ? action.earlyMedia() : action;
		for (Map.Entry<String, String> variable : this.values.variables().entrySet()) {
			action = action.variable(variable.getKey(), variable.getValue());
		}
		return action;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DialRequest that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	/**
	 * Describes the request, with secrets among variables and applications masked.
	 */
	@Override
	public String toString() {
		String data = (this.values.application() != null && AgiMask.takesPassword(this.values.application()))
				? SecretNames.MASK : TextMask.assignments(this.values.applicationData(), SecretNames.DEFAULT);
		String endpoint = TextMask.assignments(this.values.endpoint(), SecretNames.DEFAULT);
		return "DialRequest[endpoint=" + endpoint + ", place=" + this.values.place() + ", application="
				+ this.values.application() + ", applicationData=" + data + ", callerId=" + this.values.callerId()
				+ ", timeout=" + this.values.timeout() + ", variables=" + this.values.variables() + ", earlyMedia="
				+ this.values.earlyMedia() + ", account=" + this.values.account() + "]";
	}

	private record Values(String endpoint, @Nullable DialplanPosition place, @Nullable String application,
			String applicationData, @Nullable String callerId, Duration timeout, Map<String, String> variables,
			boolean earlyMedia, @Nullable String account) {

	}

}
