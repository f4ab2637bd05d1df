package io.pystrix.ami.live;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import io.pystrix.ami.AmiEvent;
import io.pystrix.ami.action.QueueStatusAction;
import io.pystrix.ami.event.AgentCompleteEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.QueueCallerAbandonEvent;
import io.pystrix.ami.event.QueueCallerJoinEvent;
import io.pystrix.ami.event.QueueCallerLeaveEvent;
import io.pystrix.ami.event.QueueEntryEvent;
import io.pystrix.ami.event.QueueMemberAddedEvent;
import io.pystrix.ami.event.QueueMemberEvent;
import io.pystrix.ami.event.QueueMemberPauseEvent;
import io.pystrix.ami.event.QueueMemberPenaltyEvent;
import io.pystrix.ami.event.QueueMemberRemovedEvent;
import io.pystrix.ami.event.QueueMemberRinginuseEvent;
import io.pystrix.ami.event.QueueMemberStatusEvent;
import io.pystrix.ami.event.QueueParamsEvent;
import org.jspecify.annotations.Nullable;

/**
 * Queues, their members and who waits in them.
 */
final class QueuePart implements Part {

	private static final Set<String> EVENTS = Set.of("QueueMemberAdded", "QueueMemberStatus", "QueueMemberPause",
			"QueueMemberPenalty", "QueueMemberRinginuse", "QueueMemberRemoved", "QueueCallerJoin", "QueueCallerLeave",
			"QueueCallerAbandon", "AgentComplete", "Hangup");

	private final Store<QueueStatistics> queues;

	private final Store<LiveQueueMember> members;

	private final Store<LiveQueueCaller> callers;

	private final Requests refreshes;

	private final Set<String> refreshing = new HashSet<>();

	private final Set<String> outdated = new HashSet<>();

	/**
	 * Creates the part.
	 * @param refreshes asks for figures between two rounds of lists
	 */
	QueuePart(Store<QueueStatistics> queues, Store<LiveQueueMember> members, Store<LiveQueueCaller> callers,
			Requests refreshes) {
		this.queues = queues;
		this.members = members;
		this.callers = callers;
		this.refreshes = refreshes;
	}

	@Override
	public Set<String> events() {
		return EVENTS;
	}

	@Override
	public void apply(AmiEvent event) {
		if (event instanceof QueueCallerJoinEvent join) {
			join(join);
		}
		else if (event instanceof QueueCallerLeaveEvent leave) {
			leave(leave.uniqueid());
		}
		else if (event instanceof QueueCallerAbandonEvent abandon) {
			leave(abandon.uniqueid());
			refresh(abandon.queue());
		}
		else if (event instanceof HangupEvent hangup) {
			if (this.callers.get(hangup.uniqueid()) != null) {
				leave(hangup.uniqueid());
			}
		}
		else if (event instanceof AgentCompleteEvent complete) {
			refresh(complete.queue());
		}
		else if (event instanceof QueueMemberRemovedEvent removed) {
			this.members.remove(LiveQueueMember.id(removed.queue(), removed.interfaceName()));
		}
		else if (event instanceof QueueMemberAddedEvent || event instanceof QueueMemberStatusEvent
				|| event instanceof QueueMemberPauseEvent || event instanceof QueueMemberPenaltyEvent
				|| event instanceof QueueMemberRinginuseEvent) {
			this.members.put(LiveQueueMember.of(event));
		}
	}

	@Override
	public void begin() {
		this.queues.begin();
		this.members.begin();
		this.callers.begin();
		this.refreshing.clear();
		this.outdated.clear();
	}

	@Override
	public void request(Requests requests) {
		requests.list(new QueueStatusAction(), this::complete);
	}

	private void complete(@Nullable List<AmiEvent> items) {
		if (items == null) {
			this.queues.fail();
			this.members.fail();
			this.callers.fail();
			return;
		}
		Map<String, QueueStatistics> queues = new LinkedHashMap<>();
		Map<String, LiveQueueMember> members = new LinkedHashMap<>();
		Map<String, LiveQueueCaller> callers = new LinkedHashMap<>();
		Instant now = Instant.now();
		for (AmiEvent item : items) {
			if (item instanceof QueueParamsEvent params) {
				queues.put(params.queue(), statistics(params));
			}
			else if (item instanceof QueueMemberEvent listed) {
				LiveQueueMember member = LiveQueueMember.of(listed);
				members.put(member.id(), member);
			}
			else if (item instanceof QueueEntryEvent entry) {
				callers.put(entry.uniqueid(), caller(entry, now));
			}
		}
		this.queues.complete(queues, (item, known, touched) -> item);
		this.members.complete(members, (item, known, touched) -> (touched && known != null) ? known : item);
		this.callers.complete(callers, (item, known, touched) -> (known == null) ? item
				: touched ? known : item.since((known.joinedAt() != null) ? known.joinedAt() : item.joinedAt()));
	}

	private void join(QueueCallerJoinEvent event) {
		int position = event.position().orElse(Integer.MAX_VALUE);
		// The caller may have a higher priority than others
		waiting(event.queue()).stream()
			.filter((other) -> other.position() >= position && !other.uniqueid().equals(event.uniqueid()))
			.forEach((other) -> this.callers.put(other.at(other.position() + 1)));
		this.callers.put(new LiveQueueCaller(event.queue(), event.uniqueid(), event.channel(),
				LiveParty.of(event.callerIdNum(), event.callerIdName()), position, Times.of(event)));
	}

	private void leave(String uniqueid) {
		LiveQueueCaller gone = this.callers.get(uniqueid);
		this.callers.remove(uniqueid);
		if (gone != null) {
			waiting(gone.queue()).stream()
				.filter((other) -> other.position() > gone.position())
				.forEach((other) -> this.callers.put(other.at(other.position() - 1)));
		}
	}

	private List<LiveQueueCaller> waiting(String queue) {
		return this.callers.all().stream().filter((caller) -> caller.queue().equals(queue)).toList();
	}

	// At most one question about a queue at a time, however fast its calls end
	private void refresh(String queue) {
		if (!this.refreshing.add(queue)) {
			this.outdated.add(queue);
			return;
		}
		this.refreshes.list(new QueueStatusAction().queue(queue), (items) -> {
			this.refreshing.remove(queue);
			if (items != null) {
				items.forEach(this::refreshed);
			}
			if (this.outdated.remove(queue)) {
				refresh(queue);
			}
		});
	}

	// Events may have told newer things of a member, but never its figures
	private void refreshed(AmiEvent item) {
		if (item instanceof QueueParamsEvent params) {
			this.queues.put(statistics(params));
		}
		else if (item instanceof QueueMemberEvent listed) {
			LiveQueueMember member = LiveQueueMember.of(listed);
			LiveQueueMember known = this.members.get(member.id());
			if (known != null) {
				this.members.put(known.withCalls(member.callsTaken(), member.lastCall()));
			}
		}
	}

	private static QueueStatistics statistics(QueueParamsEvent event) {
		return new QueueStatistics(event.queue(), event.strategy(), event.max(), event.weight(), event.completed(),
				event.abandoned(), event.holdtime(), event.talkTime(), event.serviceLevel(), event.servicelevelPerf());
	}

	private static LiveQueueCaller caller(QueueEntryEvent entry, Instant now) {
		OptionalInt position = entry.position();
		return new LiveQueueCaller(entry.queue(), entry.uniqueid(), entry.channel(),
				LiveParty.of(entry.callerIdNum(), entry.callerIdName()), position.orElse(Integer.MAX_VALUE),
				(entry.waitTime() != null) ? now.minus(entry.waitTime()) : null);
	}

}
