package io.pystrix.test.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The bridges that exist, and the way into one and out of it.
 */
final class Bridges {

	private final Monitor monitor;

	private final Events events;

	private final List<Bridge> bridges = new ArrayList<>();

	Bridges(Monitor monitor, Events events) {
		this.monitor = monitor;
		this.events = events;
	}

	<B extends Bridge> B create(B bridge) {
		this.bridges.add(bridge);
		this.events.raise(Events.event("BridgeCreate", "call").with(bridge.snapshot()));
		return bridge;
	}

	List<Bridge> all() {
		return List.copyOf(this.bridges);
	}

	@Nullable Bridge find(String id) {
		return this.bridges.stream().filter((bridge) -> bridge.id.equals(id)).findFirst().orElse(null);
	}

	/**
	 * Let a channel be in a bridge, and in those that it is summoned to meanwhile, until
	 * it hangs up, is sent elsewhere, or is dismissed. Runs on the channel's thread.
	 */
	void visit(Channel channel, Bridge first) throws InterruptedException {
		Bridge bridge = first;
		while (bridge != null) {
			if (channel.bridge != bridge) {
				leave(channel);
				enter(channel, bridge);
			}
			channel.summons = null;
			sit(channel);
			channel.alarm = null;
			bridge = (channel.hungUp || channel.goal != null) ? null : channel.summons;
			if (bridge == null) {
				leave(channel);
			}
		}
	}

	private void sit(Channel channel) throws InterruptedException {
		BooleanSupplier over = () -> channel.isInterrupted() || channel.dismissed;
		while (!over.getAsBoolean()) {
			Channel.Alarm alarm = channel.alarm;
			if (alarm == null) {
				this.monitor.await(() -> over.getAsBoolean() || channel.alarm != null);
			}
			else if (!this.monitor.await(alarm.deadline(), () -> over.getAsBoolean() || channel.alarm != alarm)) {
				channel.alarm = null;
				alarm.task().run();
			}
		}
	}

	/**
	 * Enter. Whoever lets a channel enter that it does not run sees to it that it visits.
	 */
	void enter(Channel channel, Bridge bridge) {
		channel.dismissed = false;
		bridge.entering(channel);
		bridge.channels.add(channel);
		channel.bridge = bridge;
		this.events.raise(Events.event("BridgeEnter", "call").with(bridge.snapshot()).with(channel.snapshot("")));
		bridge.entered(channel);
	}

	void leave(Channel channel) {
		Bridge bridge = channel.bridge;
		if (bridge == null) {
			return;
		}
		bridge.leaving(channel);
		Position goal = channel.hungUp ? null : channel.goal;
		if (goal != null) {
			channel.position = goal;
			if (!goal.equals(channel.announced)) {
				this.events.executing(channel);
			}
		}
		bridge.channels.remove(channel);
		channel.bridge = null;
		channel.dismissed = false;
		if (channel.cause == 0) {
			channel.cause = Events.EXPLICIT;
		}
		this.events.raise(Events.event("BridgeLeave", "call").with(bridge.snapshot()).with(channel.snapshot("")));
		bridge.left(channel);
		if (bridge.channels.isEmpty() && bridge.isTemporary()) {
			destroy(bridge);
		}
	}

	void destroy(Bridge bridge) {
		if (this.bridges.remove(bridge)) {
			this.events.raise(Events.event("BridgeDestroy", "call").with(bridge.snapshot()));
		}
	}

}
