package io.pystrix.test.pbx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.pystrix.test.ami.AmiFrame;
import org.jspecify.annotations.Nullable;

/**
 * A queue: who waits, who answers, and how it went. Guarded by the {@link Monitor}.
 */
final class Queue {

	final QueuePlan plan;

	final List<QueueMember> members = new ArrayList<>();

	final List<QueueCaller> callers = new ArrayList<>();

	private final Monitor monitor;

	private int next;

	private int completed;

	private int abandoned;

	private int completedInTime;

	private long holdTime;

	private long talkTime;

	Queue(Monitor monitor, QueuePlan plan) {
		this.monitor = monitor;
		this.plan = plan;
		plan.members.forEach((member) -> this.members.add(new QueueMember(plan.name, member, false)));
	}

	String name() {
		return this.plan.name;
	}

	boolean ringsAll() {
		return this.plan.strategy.equals("ringall");
	}

	int position(QueueCaller caller) {
		return this.callers.indexOf(caller) + 1;
	}

	void join(QueueCaller caller) {
		this.callers.add(caller);
	}

	/**
	 * Put a caller behind those of the same priority and before those of a lower one.
	 */
	void reorder() {
		this.callers.sort(Comparator.comparingInt((caller) -> -caller.priority));
	}

	/**
	 * Whether there is a member for a caller, and all who were there before.
	 */
	boolean isServed(QueueCaller caller) {
		return position(caller) <= this.members.stream().filter(QueueMember::isAvailable).count();
	}

	/**
	 * The members to call, in the order in which to call them.
	 */
	List<QueueMember> round() {
		List<QueueMember> all = new ArrayList<>();
		for (int i = 0; i < this.members.size(); i++) {
			all.add(this.members.get((this.next + i) % this.members.size()));
		}
		all.removeIf((member) -> !member.isAvailable());
		all.sort(Comparator.comparingInt((member) -> member.penalty));
		return all;
	}

	/**
	 * Begin the next round behind a member.
	 */
	void called(QueueMember member) {
		if (!ringsAll()) {
			this.next = this.members.indexOf(member) + 1;
		}
	}

	@Nullable QueueMember member(String interfaceName) {
		return this.members.stream()
			.filter((member) -> member.interfaceName.equals(interfaceName))
			.findFirst()
			.orElse(null);
	}

	void abandoned() {
		this.abandoned++;
	}

	void answered(long seconds) {
		this.holdTime = (this.holdTime * 3 + seconds) / 4;
		if (seconds <= this.plan.serviceLevel) {
			this.completedInTime++;
		}
	}

	void completed(long seconds) {
		this.talkTime = (this.completed == 0) ? seconds : (this.talkTime * 3 + seconds) / 4;
		this.completed++;
	}

	void resetStatistics() {
		this.completed = 0;
		this.abandoned = 0;
		this.completedInTime = 0;
		this.holdTime = 0;
		this.talkTime = 0;
		this.members.forEach((member) -> {
			member.callsTaken = 0;
			member.lastCall = 0;
		});
	}

	AmiFrame parameters() {
		int all = this.completed + this.abandoned;
		return AmiFrame.event("QueueParams")
			.with("Queue", name())
			.with("Max", 0)
			.with("Strategy", this.plan.strategy)
			.with("Calls", this.callers.size())
			.with("Holdtime", this.holdTime)
			.with("TalkTime", this.talkTime)
			.with("Completed", this.completed)
			.with("Abandoned", this.abandoned)
			.with("ServiceLevel", this.plan.serviceLevel)
			.with("ServicelevelPerf", percent(this.completedInTime, this.completed))
			.with("ServicelevelPerf2", percent(this.completedInTime, all))
			.with("Weight", 0);
	}

	private static String percent(int part, int all) {
		return String.format(Locale.ROOT, "%.1f", (all == 0) ? 0.0 : 100.0 * part / all);
	}

	AmiFrame entry(QueueCaller caller) {
		Channel channel = caller.channel;
		return AmiFrame.event("QueueEntry")
			.with("Queue", name())
			.with("Position", position(caller))
			.with("Channel", channel.name)
			.with("Uniqueid", channel.uniqueid)
			.with("CallerIDNum", plain(channel.callerId.number()))
			.with("CallerIDName", plain(channel.callerId.name()))
			.with("ConnectedLineNum", plain(channel.connectedLine.number()))
			.with("ConnectedLineName", plain(channel.connectedLine.name()))
			.with("Wait", this.monitor.since(caller.start).toSeconds())
			.with("Priority", caller.priority);
	}

	/** This one event has the word without brackets. */
	private static String plain(String text) {
		return text.equals(Channel.UNKNOWN) ? "unknown" : text;
	}

	AmiFrame summary() {
		long available = this.members.stream().filter((member) -> !member.paused && member.status < 2).count();
		long longest = this.callers.stream()
			.mapToLong((caller) -> this.monitor.since(caller.start).toSeconds())
			.max()
			.orElse(0);
		return AmiFrame.event("QueueSummary")
			.with("Queue", name())
			.with("LoggedIn", this.members.size())
			.with("Available", available)
			.with("Callers", this.callers.size())
			.with("HoldTime", this.holdTime)
			.with("TalkTime", this.talkTime)
			.with("LongestHoldTime", longest);
	}

}
