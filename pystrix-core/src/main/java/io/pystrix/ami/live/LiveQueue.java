package io.pystrix.ami.live;

import java.util.List;

/**
 * A queue at one moment.
 *
 * @param name the name
 * @param statistics its settings and figures
 * @param members who answers its calls, by interface
 * @param callers who waits, the next one first
 */
public record LiveQueue(String name, QueueStatistics statistics, List<LiveQueueMember> members,
		List<LiveQueueCaller> callers) {

}
