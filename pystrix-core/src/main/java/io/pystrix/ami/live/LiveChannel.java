package io.pystrix.ami.live;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.event.DialStatus;
import io.pystrix.internal.AgiMask;
import io.pystrix.internal.SecretNames;
import io.pystrix.internal.TextMask;
import org.jspecify.annotations.Nullable;

/**
 * A channel at one moment.
 *
 * @since 0.1.0
 */
public final class LiveChannel implements LiveObject {

	/** How many variables are kept. */
	public static final int MAX_VARIABLES = 64;

	private final Values values;

	LiveChannel(String uniqueid, String linkedid, String name, ChannelState state, LiveParty caller,
			LiveParty connectedLine, String accountCode, String language, DialplanPosition position,
			@Nullable String application, @Nullable String applicationData, @Nullable String bridgeId,
			@Nullable String dialedBy, @Nullable DialStatus dialStatus, @Nullable String localPeer, boolean onHold,
			Map<String, String> variables, @Nullable Instant createdAt, @Nullable Instant answeredAt,
			OptionalInt hangupCause) {
		this.values = new Values(uniqueid, linkedid, name, state, caller, connectedLine, accountCode, language,
				position, application, applicationData, bridgeId, dialedBy, dialStatus, localPeer, onHold, variables,
				createdAt, answeredAt, hangupCause);
	}

	/**
	 * {@return the id, which never changes}
	 */
	public String uniqueid() {
		return this.values.uniqueid();
	}

	/**
	 * {@return the id of the oldest channel of the call; its own id before Asterisk 13.5,
	 * which does not send it (main/manager_channels.c)}
	 */
	public String linkedid() {
		return this.values.linkedid();
	}

	/**
	 * {@return the name, such as {@code PJSIP/100-00000001}}
	 */
	public String name() {
		return this.values.name();
	}

	/**
	 * {@return the state}
	 */
	public ChannelState state() {
		return this.values.state();
	}

	/**
	 * {@return who is at the other end of the line}
	 */
	public LiveParty caller() {
		return this.values.caller();
	}

	/**
	 * {@return who that party is connected with}
	 */
	public LiveParty connectedLine() {
		return this.values.connectedLine();
	}

	/**
	 * {@return the account code, may be empty}
	 */
	public String accountCode() {
		return this.values.accountCode();
	}

	/**
	 * {@return the language of prompts}
	 */
	public String language() {
		return this.values.language();
	}

	/**
	 * {@return the place in the dialplan}
	 */
	public DialplanPosition position() {
		return this.values.position();
	}

	/**
	 * {@return the dialplan application that runs, {@code null} if none was seen}
	 */
	public @Nullable String application() {
		return this.values.application();
	}

	/**
	 * {@return the arguments of the application, {@code null} if none were seen}
	 */
	public @Nullable String applicationData() {
		return this.values.applicationData();
	}

	/**
	 * {@return the id of the bridge that the channel is in, {@code null} if it is in
	 * none}
	 */
	public @Nullable String bridgeId() {
		return this.values.bridgeId();
	}

	/**
	 * {@return the unique id of the channel that dialled this one, {@code null} if none
	 * did that is known}
	 */
	public @Nullable String dialedBy() {
		return this.values.dialedBy();
	}

	/**
	 * {@return what became of dialling this channel, {@code null} if nothing yet}
	 */
	public @Nullable DialStatus dialStatus() {
		return this.values.dialStatus();
	}

	/**
	 * {@return the unique id of the other half of a Local channel, {@code null} if not
	 * known}
	 */
	public @Nullable String localPeer() {
		return this.values.localPeer();
	}

	/**
	 * {@return whether the party has put the other on hold}
	 */
	public boolean onHold() {
		return this.values.onHold();
	}

	/**
	 * {@return the variables whose setting was seen, the last {@value #MAX_VARIABLES} of
	 * them}
	 */
	public Map<String, String> variables() {
		return this.values.variables();
	}

	/**
	 * {@return since when it is there, by this computer's clock unless Asterisk sends
	 * time stamps; {@code null} if not known}
	 */
	public @Nullable Instant createdAt() {
		return this.values.createdAt();
	}

	/**
	 * {@return since when it is up, {@code null} if it is not or if that was before the
	 * connection}
	 */
	public @Nullable Instant answeredAt() {
		return this.values.answeredAt();
	}

	/**
	 * {@return why it was hung up; empty as long as it was not}
	 */
	public OptionalInt hangupCause() {
		return this.values.hangupCause();
	}

	@Override
	public String id() {
		return this.values.uniqueid();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveChannel that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	/**
	 * Describes the channel, with secrets among variables and applications masked.
	 */
	@Override
	public String toString() {
		String application = application();
		String data = (application != null && AgiMask.takesPassword(application)) ? SecretNames.MASK
				: TextMask.assignments(Objects.requireNonNullElse(applicationData(), ""), SecretNames.DEFAULT);
		return "LiveChannel[name=" + this.values.name() + ", uniqueid=" + this.values.uniqueid() + ", linkedid="
				+ this.values.linkedid() + ", state=" + this.values.state() + ", caller=" + this.values.caller()
				+ ", connectedLine=" + this.values.connectedLine() + ", position=" + this.values.position()
				+ ", application=" + application + "(" + data + "), bridgeId=" + this.values.bridgeId() + ", onHold="
				+ this.values.onHold() + ", variables=" + this.values.variables() + ", answeredAt="
				+ this.values.answeredAt() + ", hangupCause=" + this.values.hangupCause() + "]";
	}

	private record Values(String uniqueid, String linkedid, String name, ChannelState state, LiveParty caller,
			LiveParty connectedLine, String accountCode, String language, DialplanPosition position,
			@Nullable String application, @Nullable String applicationData, @Nullable String bridgeId,
			@Nullable String dialedBy, @Nullable DialStatus dialStatus, @Nullable String localPeer, boolean onHold,
			Map<String, String> variables, @Nullable Instant createdAt, @Nullable Instant answeredAt,
			OptionalInt hangupCause) {

	}

}
