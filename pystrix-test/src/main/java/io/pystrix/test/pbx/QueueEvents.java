package io.pystrix.test.pbx;

import io.pystrix.test.ami.AmiFrame;

/**
 * Raises the events of a call in a queue.
 */
final class QueueEvents {

	private final Events events;

	QueueEvents(Events events) {
		this.events = events;
	}

	private static AmiFrame caller(String name, Queue queue, QueueCaller caller) {
		return Events.event(name, "agent", caller.channel)
			.with("Queue", queue.name())
			.with("Position", queue.position(caller));
	}

	private static AmiFrame agent(String name, Queue queue, QueueCaller caller, Channel called, QueueMember member) {
		return Events.event(name, "agent", caller.channel)
			.with(called.snapshot("Dest"))
			.with("Queue", queue.name())
			.with("Interface", member.interfaceName)
			.with("MemberName", member.name);
	}

	void joined(Queue queue, QueueCaller caller) {
		this.events.raise(caller("QueueCallerJoin", queue, caller).with("Count", queue.callers.size()));
	}

	/**
	 * A caller leaves, and is taken out of the queue.
	 */
	void leaves(Queue queue, QueueCaller caller) {
		AmiFrame event = caller("QueueCallerLeave", queue, caller);
		queue.callers.remove(caller);
		this.events.raise(event.with("Count", queue.callers.size()));
	}

	void abandoned(Queue queue, QueueCaller caller, long seconds) {
		this.events.raise(caller("QueueCallerAbandon", queue, caller).with("OriginalPosition", caller.originalPosition)
			.with("HoldTime", seconds));
	}

	void agentCalled(Queue queue, QueueCaller caller, Channel called, QueueMember member) {
		this.events.raise(agent("AgentCalled", queue, caller, called, member));
	}

	void noAnswer(Queue queue, QueueCaller caller, Channel called, QueueMember member, long millis) {
		this.events.raise(agent("AgentRingNoAnswer", queue, caller, called, member).with("RingTime", millis));
	}

	void connected(Queue queue, QueueCaller caller, Channel called, QueueMember member, long hold, long ring) {
		this.events
			.raise(agent("AgentConnect", queue, caller, called, member).with("HoldTime", hold).with("RingTime", ring));
	}

	void completed(Queue queue, QueueCaller caller, Channel called, QueueMember member, long hold, long talk,
			String reason) {
		this.events.raise(agent("AgentComplete", queue, caller, called, member).with("HoldTime", hold)
			.with("TalkTime", talk)
			.with("Reason", reason));
	}

}
