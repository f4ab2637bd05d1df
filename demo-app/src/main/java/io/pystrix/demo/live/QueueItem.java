package io.pystrix.demo.live;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import io.pystrix.ami.live.LiveQueue;
import io.pystrix.ami.live.LiveQueueCaller;
import io.pystrix.ami.live.LiveQueueMember;
import io.pystrix.ami.live.QueueStatistics;
import io.pystrix.demo.stream.Item;
import org.jspecify.annotations.Nullable;

/**
 * A queue in a table; its name is its id.
 */
record QueueItem(String id, @Nullable String strategy, @Nullable Integer completed, @Nullable Integer abandoned,
		@Nullable Long holdSeconds, List<Member> members, List<Caller> callers) implements Item {

	static QueueItem of(LiveQueue queue) {
		QueueStatistics figures = queue.statistics();
		return new QueueItem(queue.name(), figures.strategy(), orNull(figures.completed()), orNull(figures.abandoned()),
				(figures.holdTime() != null) ? figures.holdTime().toSeconds() : null,
				queue.members().stream().map(Member::of).toList(), queue.callers().stream().map(Caller::of).toList());
	}

	private static @Nullable Integer orNull(OptionalInt value) {
		return value.isPresent() ? value.getAsInt() : null;
	}

	/**
	 * Somebody who answers.
	 */
	record Member(String name, String status, boolean paused, @Nullable String reason) {

		static Member of(LiveQueueMember member) {
			String status = (member.status() != null) ? Texts.of(member.status()).replace("inuse", "in use")
					: "unknown";
			return new Member(member.name(), member.inCall() ? "in call" : status, member.paused(),
					member.pausedReason());
		}

	}

	/**
	 * Somebody who waits.
	 */
	record Caller(String id, String channel, String caller, int position, @Nullable Instant since) {

		static Caller of(LiveQueueCaller caller) {
			return new Caller(caller.uniqueid(), caller.channel(), Texts.of(caller.caller()), caller.position(),
					caller.joinedAt());
		}

	}

}
