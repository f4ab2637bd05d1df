package io.pystrix.ami.action;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.OutcomeAction;
import org.jspecify.annotations.Nullable;

/**
 * Places a call: dials a channel and, when it is answered, connects it with an extension
 * or an application. Give either {@link #context}, {@link #exten} and {@link #priority},
 * or {@link #application}.
 * <p>
 * {@link io.pystrix.ami.Manager#originate} waits for what becomes of the call. Sent by
 * {@code sendAction} it is placed as it stands, and unless {@link #async} is set Asterisk
 * then answers nothing else on the connection until the call is answered.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AMI_Actions/Originate">Originate</a>
 */
public final class OriginateAction extends OutcomeAction<OriginateResult> {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

	/** For the way of the answer, on top of the time that the phone may ring. */
	private static final Duration MARGIN = Duration.ofSeconds(10);

	private static final Duration UNLIMITED = Duration.ofDays(1);

	/**
	 * Creates the action.
	 * @param channel the channel to dial, such as {@code PJSIP/100}
	 */
	public OriginateAction(String channel) {
		this(List.of(new AmiHeader("Channel", channel)));
	}

	private OriginateAction(List<AmiHeader> headers) {
		super("Originate", headers);
	}

	/**
	 * Sets the context of the extension to connect with.
	 * @param context the context
	 * @return the new action
	 */
	public OriginateAction context(String context) {
		return new OriginateAction(withHeader("Context", context));
	}

	/**
	 * Sets the extension to connect with.
	 * @param exten the extension
	 * @return the new action
	 */
	public OriginateAction exten(String exten) {
		return new OriginateAction(withHeader("Exten", exten));
	}

	/**
	 * Sets the priority of the extension to start at.
	 * @param priority a number or a label
	 * @return the new action
	 */
	public OriginateAction priority(String priority) {
		return new OriginateAction(withHeader("Priority", priority));
	}

	/**
	 * Sets the application to connect with.
	 * @param application the name of the application
	 * @param data its arguments
	 * @return the new action
	 */
	public OriginateAction application(String application, String data) {
		return new OriginateAction(
				new OriginateAction(withHeader("Application", application)).withHeader("Data", data));
	}

	/**
	 * Sets how long the channel may ring.
	 * @param timeout the time, 30 s by default; zero for no limit
	 * @return the new action
	 */
	public OriginateAction timeout(Duration timeout) {
		return new OriginateAction(withHeader("Timeout", String.valueOf(timeout.toMillis())));
	}

	/**
	 * Sets the caller id.
	 * @param callerId such as {@code "Alice" <100>}
	 * @return the new action
	 */
	public OriginateAction callerId(String callerId) {
		return new OriginateAction(withHeader("CallerID", callerId));
	}

	/**
	 * Adds a variable for the channel.
	 * @param name the name; with a leading {@code __} channels that it dials inherit it
	 * @param value the value; what Asterisk would take for a separator is escaped
	 * @return the new action
	 */
	public OriginateAction variable(String name, String value) {
		return new OriginateAction(withVariable("Variable", name, value));
	}

	/**
	 * Sets the account code of the call.
	 * @param account the code
	 * @return the new action
	 */
	public OriginateAction account(String account) {
		return new OriginateAction(withHeader("Account", account));
	}

	/**
	 * Sets the codecs to offer.
	 * @param codecs their names, separated by commas
	 * @return the new action
	 */
	public OriginateAction codecs(String codecs) {
		return new OriginateAction(withHeader("Codecs", codecs));
	}

	/**
	 * Connects as soon as there is early media, not only when the channel is answered.
	 * @return the new action
	 */
	public OriginateAction earlyMedia() {
		return new OriginateAction(withHeader("EarlyMedia", "true"));
	}

	/**
	 * Sets a subroutine that the channel runs before it is dialled. Asterisk 18 and
	 * later, which heed it only without {@link #async} and with an extension.
	 * @param preDialGoSub the subroutine as {@code context,exten,priority(arguments)}
	 * @return the new action
	 */
	public OriginateAction preDialGoSub(String preDialGoSub) {
		return new OriginateAction(withHeader("PreDialGoSub", preDialGoSub));
	}

	/**
	 * Lets Asterisk answer at once instead of when the channel is answered.
	 * @return the new action
	 */
	public OriginateAction async() {
		return new OriginateAction(withHeader("Async", "true"));
	}

	/**
	 * Sets the unique id of the channel.
	 * @param channelId the id, 149 characters at most, not in use
	 * @return the new action
	 */
	public OriginateAction channelId(String channelId) {
		return new OriginateAction(withHeader("ChannelId", channelId));
	}

	/**
	 * Sets the unique id of the second half of a Local channel.
	 * @param otherChannelId the id, 149 characters at most, not in use
	 * @return the new action
	 */
	public OriginateAction otherChannelId(String otherChannelId) {
		return new OriginateAction(withHeader("OtherChannelId", otherChannelId));
	}

	@Override
	public List<String> privileges() {
		return List.of("originate");
	}

	@Override
	public OriginateAction prepared() {
		String id = UUID.randomUUID().toString();
		OriginateAction action = async();
		action = (action.get("ActionID") != null) ? action : new OriginateAction(action.withHeader("ActionID", id));
		return (action.get("ChannelId") != null) ? action : action.channelId(id);
	}

	@Override
	public String outcomeEvent() {
		return "OriginateResponse";
	}

	@Override
	public boolean isOutcome(AmiEvent event) {
		return Objects.equals(event.actionId(), get("ActionID"));
	}

	@Override
	public OriginateResult outcome(AmiEvent event) {
		String reason = event.get("Reason");
		return new OriginateResult("Success".equals(event.get("Response")), text(event.get("Channel")),
				text(event.get("Uniqueid")),
				OriginateResult.Reason.of((reason != null) ? Integer.parseInt(reason) : -1), event);
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	@Override
	public Duration deadline() {
		String timeout = get("Timeout");
		Duration ringing = (timeout != null) ? Duration.ofMillis(Long.parseLong(timeout)) : DEFAULT_TIMEOUT;
		return (ringing.isZero() || ringing.isNegative()) ? UNLIMITED : ringing.plus(MARGIN);
	}

}
