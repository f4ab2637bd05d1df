package io.pystrix.ami.live;

import java.time.Instant;
import java.util.Map;
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
 * @param uniqueid the id, which never changes
 * @param linkedid the id of the oldest channel of the call; its own id before Asterisk
 * 13.5, which does not send it (main/manager_channels.c)
 * @param name the name, such as {@code PJSIP/100-00000001}
 * @param state the state
 * @param caller who is at the other end of the line
 * @param connectedLine whom that party is connected with
 * @param accountCode the account code, may be empty
 * @param language the language of prompts
 * @param position the place in the dialplan
 * @param application the dialplan application that runs, {@code null} if none was seen
 * @param applicationData the arguments of the application, {@code null} if none were seen
 * @param bridgeId the bridge that it is in, {@code null} if in none
 * @param dialedBy the unique id of the channel that dialled this one, {@code null} if
 * none did that is known
 * @param dialStatus what became of that, {@code null} if nothing yet
 * @param localPeer the unique id of the other half of a Local channel, {@code null} if
 * not known
 * @param onHold whether the party has put the other on hold
 * @param variables the variables whose setting was seen, the last {@value #MAX_VARIABLES}
 * of them
 * @param createdAt since when it is there, by this computer's clock unless Asterisk sends
 * time stamps; {@code null} if not known
 * @param answeredAt since when it is up, {@code null} if it is not or if that was before
 * the connection
 * @param hangupCause why it was hung up; empty as long as it was not
 */
public record LiveChannel(String uniqueid, String linkedid, String name, ChannelState state, LiveParty caller,
		LiveParty connectedLine, String accountCode, String language, DialplanPosition position,
		@Nullable String application, @Nullable String applicationData, @Nullable String bridgeId,
		@Nullable String dialedBy, @Nullable DialStatus dialStatus, @Nullable String localPeer, boolean onHold,
		Map<String, String> variables, @Nullable Instant createdAt, @Nullable Instant answeredAt,
		OptionalInt hangupCause) implements LiveObject {

	/** How many variables are kept. */
	public static final int MAX_VARIABLES = 64;

	@Override
	public String id() {
		return this.uniqueid;
	}

	/**
	 * Describes the channel, with secrets among variables and applications masked.
	 */
	@Override
	public String toString() {
		boolean isPassword = this.application != null && AgiMask.takesPassword(this.application);
		String data = (this.applicationData == null) ? ""
				: isPassword ? SecretNames.MASK : TextMask.assignments(this.applicationData, SecretNames.DEFAULT);
		return "LiveChannel[name=" + this.name + ", uniqueid=" + this.uniqueid + ", linkedid=" + this.linkedid
				+ ", state=" + this.state + ", caller=" + this.caller + ", connectedLine=" + this.connectedLine
				+ ", position=" + this.position + ", application=" + this.application + "(" + data + "), bridgeId="
				+ this.bridgeId + ", onHold=" + this.onHold + ", variables=" + this.variables + ", answeredAt="
				+ this.answeredAt + ", hangupCause=" + this.hangupCause + "]";
	}

}
