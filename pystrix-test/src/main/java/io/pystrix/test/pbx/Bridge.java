package io.pystrix.test.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.pystrix.test.ami.AmiFrame;

/**
 * Channels that hear each other. Guarded by the {@link Monitor}; each kind of bridge says
 * what else happens when somebody comes or goes.
 */
abstract class Bridge {

	final String id = UUID.randomUUID().toString().toLowerCase(Locale.ROOT);

	final List<Channel> channels = new ArrayList<>();

	private final String type;

	private final String technology;

	private final String creator;

	private final String name;

	final Events events;

	Bridge(Events events, String type, String technology, String creator, String name) {
		this.events = events;
		this.type = type;
		this.technology = technology;
		this.creator = creator;
		this.name = name;
	}

	/**
	 * How many channels Asterisk counts.
	 */
	int size() {
		return this.channels.size();
	}

	/**
	 * A channel is about to enter.
	 */
	void entering(Channel channel) {
	}

	/**
	 * A channel has entered.
	 */
	void entered(Channel channel) {
	}

	/**
	 * A channel is about to leave.
	 */
	void leaving(Channel channel) {
	}

	/**
	 * A channel has left.
	 */
	void left(Channel channel) {
	}

	/**
	 * Whether it goes when nobody is in it.
	 */
	boolean isTemporary() {
		return true;
	}

	AmiFrame snapshot() {
		return snapshot("");
	}

	AmiFrame snapshot(String prefix) {
		return AmiFrame.empty()
			.with(prefix + "BridgeUniqueid", this.id)
			.with(prefix + "BridgeType", this.type)
			.with(prefix + "BridgeTechnology", this.technology)
			.with(prefix + "BridgeCreator", this.creator)
			.with(prefix + "BridgeName", this.name)
			.with(prefix + "BridgeNumChannels", size())
			.with(prefix + "BridgeVideoSourceMode", "none");
	}

	/**
	 * Tell a channel that it is alone, unless it knows.
	 */
	void forgetPeers(Channel channel) {
		if (!channel.variables.getOrDefault("BRIDGEPEER", "").isEmpty()) {
			tellPeers(channel, "");
		}
	}

	/**
	 * Tell a channel who else is here.
	 */
	void tellPeers(Channel channel, String peers) {
		this.events.variable(channel, "BRIDGEPEER", peers);
		channel.variables.put("BRIDGEPEER", peers);
	}

}
