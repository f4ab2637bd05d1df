package io.pystrix.test.pbx;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The queues that there are. They watch the channels, as a member is in use while one of
 * its channels lives.
 */
final class Queues {

	private final Map<String, Queue> queues = new LinkedHashMap<>();

	private final Monitor monitor;

	private final Channels channels;

	private final Dialplan dialplan;

	private final Events events;

	private final List<QueuePlan> plans;

	Queues(Monitor monitor, Channels channels, Dialplan dialplan, Events events, List<QueuePlan> plans) {
		this.monitor = monitor;
		this.channels = channels;
		this.dialplan = dialplan;
		this.events = events;
		this.plans = List.copyOf(plans);
		reset();
	}

	/**
	 * Have the queues as they were described.
	 */
	void reset() {
		this.queues.clear();
		this.plans.forEach((plan) -> this.queues.put(plan.name, new Queue(this.monitor, plan)));
		this.queues.values()
			.forEach((queue) -> queue.members.forEach((member) -> member.status = status(member.stateInterface)));
	}

	Collection<Queue> all() {
		return this.queues.values();
	}

	@Nullable Queue find(String name) {
		return this.queues.get(name);
	}

	/**
	 * Channels have come or gone.
	 */
	void observe() {
		for (Queue queue : this.queues.values()) {
			for (QueueMember member : queue.members) {
				int status = status(member.stateInterface);
				if (member.status != status) {
					member.status = status;
					this.events.raise(member.event("QueueMemberStatus"));
				}
			}
		}
	}

	/**
	 * The state of a device: 0 unknown, 1 not in use, 2 in use, 4 invalid.
	 */
	int status(String device) {
		LocalAddress address = LocalAddress.parse(device);
		if (address == null) {
			return 0;
		}
		String prefix = "Local/" + address.extension() + "@" + address.context() + "-";
		if (this.channels.first((channel) -> channel.name.startsWith(prefix)) != null) {
			return 2;
		}
		return this.dialplan.exists(new Position(address.context(), address.extension(), 1)) ? 1 : 4;
	}

}
