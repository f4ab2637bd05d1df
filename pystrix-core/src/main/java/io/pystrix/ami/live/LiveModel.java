package io.pystrix.ami.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.pystrix.ami.message.AmiEvent;

/**
 * All that is known of an Asterisk, without a connection. Changed under a lock, read
 * without one.
 */
final class LiveModel {

	private final Store<LiveChannel> channels;

	private final Store<LiveCall> calls;

	private final Store<LiveBridge> bridges;

	private final Store<QueueStatistics> queues;

	private final Store<LiveQueueMember> queueMembers;

	private final Store<LiveQueueCaller> queueCallers;

	private final Store<LiveDevice> devices;

	private final Store<LiveExtension> extensions;

	private final Store<LiveEndpoint> endpoints;

	private final Store<LiveContact> contacts;

	private final Store<ConferenceRoom> conferences;

	private final Store<LiveParticipant> participants;

	private final Store<LiveParkedCall> parkedCalls;

	private final Store<LiveMailbox> mailboxes;

	private final QueuePart queuePart;

	private final List<Part> parts;

	private final Map<String, List<Part>> partsByEvent = new HashMap<>();

	/**
	 * Creates a model that knows nothing.
	 * @param changes is told of every change
	 * @param refreshes asks for figures that no event tells
	 */
	LiveModel(Consumer<StateChange<?>> changes, Requests refreshes) {
		this.channels = new Store<>(changes);
		this.calls = new Store<>(changes);
		this.bridges = new Store<>(changes);
		this.queues = new Store<>(changes);
		this.queueMembers = new Store<>(changes);
		this.queueCallers = new Store<>(changes);
		this.devices = new Store<>(changes);
		this.extensions = new Store<>(changes);
		this.endpoints = new Store<>(changes);
		this.contacts = new Store<>(changes);
		this.conferences = new Store<>(changes);
		this.participants = new Store<>(changes);
		this.parkedCalls = new Store<>(changes);
		this.mailboxes = new Store<>(changes);
		this.queuePart = new QueuePart(this.queues, this.queueMembers, this.queueCallers, refreshes);
		this.parts = List.of(
				new ChannelPart(this.channels, new BridgeMembers(this.bridges),
						new CallMembers(this.calls, this.channels)),
				this.queuePart, new DevicePart(this.devices), new ExtensionPart(this.extensions),
				new EndpointPart(this.endpoints, this.contacts),
				new ConferencePart(this.conferences, this.participants), new ParkingPart(this.parkedCalls),
				new MailboxPart(this.mailboxes));
		for (Part part : this.parts) {
			part.events()
				.forEach((name) -> this.partsByEvent.computeIfAbsent(name, (key) -> new ArrayList<>()).add(part));
		}
	}

	/** The names of the events that change anything. */
	Set<String> events() {
		return this.partsByEvent.keySet();
	}

	List<Part> parts() {
		return this.parts;
	}

	/** Asks for a queue anew, after a change that no event tells of. */
	void refreshQueue(String name) {
		this.queuePart.refresh(name);
	}

	void apply(AmiEvent event) {
		this.partsByEvent.getOrDefault(event.name(), List.of()).forEach((part) -> part.apply(event));
	}

	Store<LiveChannel> channels() {
		return this.channels;
	}

	Store<LiveCall> calls() {
		return this.calls;
	}

	Store<LiveBridge> bridges() {
		return this.bridges;
	}

	Store<QueueStatistics> queues() {
		return this.queues;
	}

	Store<LiveQueueMember> queueMembers() {
		return this.queueMembers;
	}

	Store<LiveQueueCaller> queueCallers() {
		return this.queueCallers;
	}

	Store<LiveDevice> devices() {
		return this.devices;
	}

	Store<LiveExtension> extensions() {
		return this.extensions;
	}

	Store<LiveEndpoint> endpoints() {
		return this.endpoints;
	}

	Store<LiveContact> contacts() {
		return this.contacts;
	}

	Store<ConferenceRoom> conferences() {
		return this.conferences;
	}

	Store<LiveParticipant> participants() {
		return this.participants;
	}

	Store<LiveParkedCall> parkedCalls() {
		return this.parkedCalls;
	}

	Store<LiveMailbox> mailboxes() {
		return this.mailboxes;
	}

}
