package io.pystrix.ami.live;

/**
 * Something in an Asterisk at one moment. Immutable.
 */
public sealed interface LiveObject
		permits LiveBridge, LiveCall, LiveChannel, ConferenceRoom, LiveContact, LiveDevice, LiveEndpoint, LiveExtension,
		LiveMailbox, LiveParkedCall, LiveParticipant, LiveQueueCaller, LiveQueueMember, QueueStatistics {

	/**
	 * Returns what tells it from others of its kind.
	 * @return an id that does not change
	 */
	String id();

}
