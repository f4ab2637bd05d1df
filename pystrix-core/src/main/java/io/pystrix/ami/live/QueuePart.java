package io.pystrix.ami.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

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
import io.pystrix.ami.message.AmiEvent;
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

	private QueueLines lines = new QueueLines(List.of());

	// What events have told while a list is on its way; null while none is
	private @Nullable List<QueueMove> moves;

	// Callers whom the list knew before the event that they have joined
	private final Set<String> early = new HashSet<>();

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
			LiveQueueCaller caller = new LiveQueueCaller(join.queue(), join.uniqueid(), join.channel(),
					LiveParty.of(join.callerIdNum(), join.callerIdName()), join.position().orElse(Integer.MAX_VALUE),
					Objects.requireNonNullElseGet(event.timestamp(), Instant::now));
			move(new QueueMove(join.uniqueid(), caller, true));
		}
		else if (event instanceof QueueCallerLeaveEvent leave) {
			move(new QueueMove(leave.uniqueid(), null, true));
		}
		else if (event instanceof QueueCallerAbandonEvent abandon) {
			// That the caller leaves is told next
			refresh(abandon.queue());
		}
		else if (event instanceof HangupEvent hangup) {
			move(new QueueMove(hangup.uniqueid(), null, false));
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
		this.moves = new ArrayList<>();
		this.early.clear();
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
			this.moves = null;
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
		completeCallers(callers);
	}

	private void completeCallers(Map<String, LiveQueueCaller> items) {
		QueueLines current = new QueueLines(items.values());
		List<QueueMove> told = (this.moves != null) ? this.moves : List.of();
		QueueMove.after(told, items.keySet()).forEach(current::move);
		this.moves = null;
		this.lines = current;
		this.early.addAll(items.keySet());
		told.forEach((move) -> this.early.remove(move.uniqueid()));
		Map<String, LiveQueueCaller> now = new LinkedHashMap<>();
		current.all().forEach((caller) -> now.put(caller.uniqueid(), caller));
		this.callers.complete(now, (caller, known, touched) -> (known != null && known.joinedAt() != null)
				? caller.since(known.joinedAt()) : caller);
	}

	private void move(QueueMove move) {
		if (this.moves != null) {
			this.moves.add(move);
		}
		LiveQueueCaller joined = move.joined();
		boolean early = this.early.remove(move.uniqueid());
		if (joined == null) {
			String queue = this.lines.leave(move.uniqueid());
			this.callers.remove(move.uniqueid());
			if (queue != null) {
				number(queue);
			}
		}
		// The list may have told who came later, too, and only it knows the order of all
		else if (!early || !this.lines.contains(joined.queue(), joined.uniqueid())) {
			String left = this.lines.leave(joined.uniqueid());
			this.lines.join(joined);
			number(joined.queue());
			if (left != null) {
				number(left);
			}
		}
	}

	private void number(String queue) {
		this.lines.line(queue).forEach((caller) -> {
			LiveQueueCaller known = this.callers.get(caller.uniqueid());
			this.callers.put((known != null && known.queue().equals(queue)) ? known.at(caller.position()) : caller);
		});
	}

	// At most one question about a queue at a time, however fast its calls end
	void refresh(String queue) {
		if (!this.refreshing.add(queue)) {
			this.outdated.add(queue);
			return;
		}
		this.refreshes.list(new QueueStatusAction().queue(queue), (items) -> {
			this.refreshing.remove(queue);
			if (items != null) {
				items.forEach(this::refreshed);
				reordered(queue, items);
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
				this.members.adjust(known.withCalls(member.callsTaken(), member.lastCall()));
			}
		}
	}

	// If callers have come or gone meanwhile, the places in the list are not theirs
	private void reordered(String queue, List<AmiEvent> items) {
		Map<String, Integer> positions = new LinkedHashMap<>();
		for (AmiEvent item : items) {
			if (item instanceof QueueEntryEvent entry && entry.position().isPresent()) {
				positions.put(entry.uniqueid(), entry.position().getAsInt());
			}
		}
		List<LiveQueueCaller> waiting = this.callers.all()
			.stream()
			.filter((caller) -> caller.queue().equals(queue))
			.toList();
		if (waiting.size() != positions.size()
				|| !waiting.stream().allMatch((caller) -> positions.containsKey(caller.uniqueid()))) {
			return;
		}
		waiting.forEach((caller) -> this.callers
			.adjust(caller.at(positions.getOrDefault(caller.uniqueid(), caller.position()))));
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
