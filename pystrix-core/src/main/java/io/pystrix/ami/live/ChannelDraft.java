package io.pystrix.ami.live;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

import io.pystrix.ami.event.ChannelSnapshot;
import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.event.DialStatus;
import io.pystrix.internal.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * A channel that is being changed.
 */
final class ChannelDraft {

	private final String uniqueid;

	private String linkedid;

	private String name = "";

	private ChannelState state = ChannelState.UNKNOWN;

	private LiveParty caller = LiveParty.UNKNOWN;

	private LiveParty connectedLine = LiveParty.UNKNOWN;

	private String accountCode = "";

	private String language = "";

	private DialplanPosition position = new DialplanPosition("", "", "");

	private @Nullable String application;

	private @Nullable String applicationData;

	private @Nullable String bridgeId;

	private @Nullable String dialedBy;

	private @Nullable DialStatus dialStatus;

	private @Nullable String localPeer;

	private boolean onHold = false;

	private Map<String, String> variables = Map.of();

	private @Nullable Instant createdAt;

	private @Nullable Instant answeredAt;

	private OptionalInt hangupCause = OptionalInt.empty();

	ChannelDraft(String uniqueid) {
		this.uniqueid = uniqueid;
		this.linkedid = uniqueid;
	}

	ChannelDraft(LiveChannel channel) {
		this.uniqueid = channel.uniqueid();
		this.linkedid = channel.linkedid();
		this.name = channel.name();
		this.state = channel.state();
		this.caller = channel.caller();
		this.connectedLine = channel.connectedLine();
		this.accountCode = channel.accountCode();
		this.language = channel.language();
		this.position = channel.position();
		this.application = channel.application();
		this.applicationData = channel.applicationData();
		this.bridgeId = channel.bridgeId();
		this.dialedBy = channel.dialedBy();
		this.dialStatus = channel.dialStatus();
		this.localPeer = channel.localPeer();
		this.onHold = channel.onHold();
		this.variables = channel.variables();
		this.createdAt = channel.createdAt();
		this.answeredAt = channel.answeredAt();
		this.hangupCause = channel.hangupCause();
	}

	/** Takes over what most events tell of a channel. */
	ChannelDraft snapshot(ChannelSnapshot snapshot) {
		this.linkedid = text(snapshot.linkedid(), this.linkedid);
		this.name = text(snapshot.channel(), this.name);
		ChannelState current = snapshot.channelState();
		this.state = (current != null) ? current : this.state;
		this.caller = LiveParty.of(snapshot.callerIdNum(), snapshot.callerIdName());
		this.connectedLine = LiveParty.of(snapshot.connectedLineNum(), snapshot.connectedLineName());
		this.accountCode = text(snapshot.accountCode(), this.accountCode);
		this.language = text(snapshot.language(), this.language);
		this.position = new DialplanPosition(text(snapshot.context(), ""), text(snapshot.exten(), ""),
				text(snapshot.priority(), ""));
		return this;
	}

	/** Lists tell of an empty one where there is none. */
	ChannelDraft application(@Nullable String application, @Nullable String data) {
		boolean none = application == null || application.isEmpty();
		this.application = none ? null : application;
		this.applicationData = none ? null : data;
		return this;
	}

	ChannelDraft bridge(@Nullable String bridgeId) {
		this.bridgeId = bridgeId;
		return this;
	}

	/** An entry into the next bridge may have been told already. */
	ChannelDraft leave(@Nullable String bridgeId) {
		return Objects.equals(this.bridgeId, bridgeId) ? bridge(null) : this;
	}

	ChannelDraft dialed(@Nullable String by, @Nullable DialStatus status) {
		this.dialedBy = (by != null) ? by : this.dialedBy;
		this.dialStatus = (status != null) ? status : this.dialStatus;
		return this;
	}

	ChannelDraft localPeer(@Nullable String uniqueid) {
		this.localPeer = uniqueid;
		return this;
	}

	ChannelDraft onHold(boolean onHold) {
		this.onHold = onHold;
		return this;
	}

	ChannelDraft variable(String name, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.variables);
		changed.remove(name);
		changed.put(name, value);
		if (changed.size() > LiveChannel.MAX_VARIABLES) {
			changed.remove(changed.keySet().iterator().next());
		}
		this.variables = new VariableMap(changed);
		return this;
	}

	ChannelDraft created(Instant at) {
		this.createdAt = (this.createdAt != null) ? this.createdAt : at;
		return this;
	}

	ChannelDraft answered(Instant at) {
		this.answeredAt = (this.answeredAt != null) ? this.answeredAt : at;
		return this;
	}

	boolean isUp() {
		return this.state == ChannelState.UP;
	}

	ChannelDraft hungUp(OptionalInt cause) {
		this.hangupCause = cause;
		return this;
	}

	LiveChannel toChannel() {
		return new LiveChannel(this.uniqueid, this.linkedid, this.name, this.state, this.caller, this.connectedLine,
				this.accountCode, this.language, this.position, this.application, this.applicationData, this.bridgeId,
				this.dialedBy, this.dialStatus, this.localPeer, this.onHold, this.variables, this.createdAt,
				this.answeredAt, this.hangupCause);
	}

	private static String text(@Nullable String value, String fallback) {
		return (value != null) ? value : fallback;
	}

}
