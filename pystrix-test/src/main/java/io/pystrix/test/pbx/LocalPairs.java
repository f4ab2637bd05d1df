package io.pystrix.test.pbx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.pystrix.test.ami.AmiFrame;
import org.jspecify.annotations.Nullable;

/**
 * Makes pairs of Local channels. What is sent into one half comes out of the other; the
 * half {@code ;2} runs the extension that was called.
 */
final class LocalPairs {

	private final Channels channels;

	private final Dialplan dialplan;

	private final Events events;

	private int pairs;

	private int ids;

	LocalPairs(Channels channels, Dialplan dialplan, Events events) {
		this.channels = channels;
		this.dialplan = dialplan;
		this.events = events;
	}

	/**
	 * The serial number of the next pair, as it is in names.
	 */
	String nextSerial() {
		return String.format(Locale.ROOT, "%08x", this.pairs++);
	}

	/**
	 * Make the pair of an {@code Originate}.
	 * @return the first half, or {@code null} if there is no such extension
	 */
	@Nullable Channel originate(Origination origination, LocalAddress address) {
		String wanted = origination.channelId();
		String other = (wanted != null) ? wanted + ";2" : null;
		Channel first = create(address, wanted,
				(origination.otherChannelId() != null) ? origination.otherChannelId() : other, null);
		Channel second = other(first);
		outgoing(first, "AppDial2");
		List<Map.Entry<String, String>> variables = new ArrayList<>(origination.variables().entrySet());
		Collections.reverse(variables);
		variables.forEach((variable) -> set(first, variable.getKey(), variable.getValue()));
		first.accountCode = origination.account();
		if (!first.accountCode.isEmpty()) {
			this.events.accountCode(first);
		}
		CallerId caller = origination.callerId();
		if (caller.isKnown()) {
			first.callerId = caller;
			this.events.callerId(first);
			first.connectedLine = caller;
			this.events.connectedLine(first);
		}
		origination.variables().forEach((name, value) -> set(second, name, value));
		describe(second, caller, caller, origination.account());
		if (hangUpIfNowhere(first)) {
			return null;
		}
		joined(first, address);
		return first;
	}

	/**
	 * Make the pair by which a channel calls somebody.
	 * @param application what the first half is said to run
	 * @return the first half, or {@code null} if there is no such extension
	 */
	@Nullable Channel dial(Channel caller, LocalAddress address, String application) {
		Channel first = create(address, null, null, caller.linkedid);
		Channel second = other(first);
		boolean queue = application.equals("AppQueue");
		if (!queue) {
			inherit(first, caller, address);
			first.position = place(caller);
		}
		first.callerId = new CallerId(caller.position.extension(), caller.callerId.name());
		first.connectedLine = caller.callerId;
		first.accountCode = caller.accountCode;
		outgoing(first, application);
		this.events.callerId(first);
		if (!first.accountCode.isEmpty()) {
			this.events.accountCode(first);
		}
		if (caller.callerId.isKnown()) {
			this.events.connectedLine(first);
		}
		if (queue) {
			inherit(first, caller, address);
		}
		inherit(second, caller, address);
		describe(second, caller.callerId, first.callerId, caller.accountCode);
		if (queue) {
			// Asterisk tells the caller's place only when the member rings
			first.position = place(caller);
			first.moved = true;
		}
		if (hangUpIfNowhere(first)) {
			return null;
		}
		joined(first, address);
		return first;
	}

	private static Position place(Channel caller) {
		return new Position(caller.position.context(), caller.position.extension(), 1);
	}

	private void inherit(Channel half, Channel caller, LocalAddress address) {
		set(half, "DIALEDPEERNUMBER", address.dialString());
		caller.inherited.forEach((name, value) -> set(half, name, value));
	}

	/**
	 * Make the pair by which a channel asks somebody before it transfers a call.
	 * @return the first half, or {@code null} if there is no such extension
	 */
	@Nullable Channel consult(Channel transferer, LocalAddress address) {
		Channel first = create(address, null, null, transferer.linkedid);
		set(first, "TRANSFERERNAME", transferer.name);
		set(first, "ATTENDEDTRANSFER", transferer.name);
		if (hangUpIfNowhere(first)) {
			return null;
		}
		Channel second = other(first);
		set(second, "ATTENDEDTRANSFER", transferer.name);
		set(second, "TRANSFERERNAME", transferer.name);
		joined(first, address);
		return first;
	}

	static Channel other(Channel channel) {
		Channel other = channel.other;
		if (other == null) {
			throw new IllegalStateException(channel + " is no half of a pair");
		}
		return other;
	}

	private Channel create(LocalAddress address, @Nullable String firstId, @Nullable String secondId,
			@Nullable String linkedid) {
		String name = "Local/" + address.extension() + "@" + address.context() + "-" + nextSerial();
		String id = (firstId != null) ? firstId : nextId();
		String otherId = (secondId != null) ? secondId : nextId();
		String linked = (linkedid != null) ? linkedid : id;
		Position position = new Position(address.context(), address.extension(), 1);
		Channel first = new Channel(name + ";1", id, linked, ChannelState.DOWN, position);
		Channel second = new Channel(name + ";2", otherId, linked, ChannelState.RING, position);
		first.other = second;
		second.other = first;
		second.dialplan = true;
		this.channels.add(first);
		this.channels.add(second);
		return first;
	}

	private String nextId() {
		return System.currentTimeMillis() / 1000 + "." + this.ids++;
	}

	private void outgoing(Channel first, String application) {
		first.application = application;
		first.data = "(Outgoing Line)";
		this.events.executing(first);
	}

	private void set(Channel channel, String name, String value) {
		String plain = name.replaceFirst("^__?", "");
		channel.variables.put(plain, value);
		if (name.startsWith("__")) {
			channel.inherited.put(name, value);
		}
		else if (name.startsWith("_")) {
			channel.inherited.put(plain, value);
		}
		this.events.variable(channel, name, value);
	}

	private void describe(Channel second, CallerId caller, CallerId connected, String account) {
		second.connectedLine = connected;
		second.callerId = caller;
		second.accountCode = account;
		if (caller.isKnown()) {
			this.events.callerId(second);
		}
		if (!account.isEmpty()) {
			this.events.accountCode(second);
		}
		if (connected.isKnown()) {
			this.events.connectedLine(second);
		}
	}

	private boolean hangUpIfNowhere(Channel first) {
		Channel second = other(first);
		if (this.dialplan.exists(second.position)) {
			return false;
		}
		// Not by the usual way: neither half tells the other
		this.channels.vanish(second);
		this.channels.vanish(first);
		return true;
	}

	private void joined(Channel first, LocalAddress address) {
		AmiFrame event = Events.event("LocalBridge", "call")
			.with(first.snapshot("LocalOne"))
			.with(other(first).snapshot("LocalTwo"))
			.with("Context", address.context())
			.with("Exten", address.extension())
			.with("LocalOptimization", address.optimizes() ? "Yes" : "No");
		this.events.raise(event);
	}

}
