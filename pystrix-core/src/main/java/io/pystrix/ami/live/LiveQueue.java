package io.pystrix.ami.live;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A queue at one moment.
 *
 * @since 0.1.0
 */
public final class LiveQueue {

	private final Values values;

	LiveQueue(String name, QueueStatistics statistics, List<LiveQueueMember> members, List<LiveQueueCaller> callers) {
		this.values = new Values(name, statistics, members, callers);
	}

	/**
	 * {@return the name of the queue}
	 */
	public String name() {
		return this.values.name();
	}

	/**
	 * {@return the settings and figures of the queue}
	 */
	public QueueStatistics statistics() {
		return this.values.statistics();
	}

	/**
	 * {@return the members that answer calls, by interface}
	 */
	public List<LiveQueueMember> members() {
		return this.values.members();
	}

	/**
	 * {@return the callers that wait, the next one first}
	 */
	public List<LiveQueueCaller> callers() {
		return this.values.callers();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveQueue that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveQueue");
	}

	private record Values(String name, QueueStatistics statistics, List<LiveQueueMember> members,
			List<LiveQueueCaller> callers) {

	}

}
