package io.pystrix.test.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;
import io.pystrix.test.release.AsteriskRelease;

/**
 * Answers the actions about queues.
 */
final class QueueActions {

	/** apps/app_queue.c. */
	private static final List<AsteriskRelease> WITHDRAW = List.of(AsteriskRelease.of("16.25"),
			AsteriskRelease.of("18.11"), AsteriskRelease.of("19.3"), AsteriskRelease.of("20.0"));

	private static final List<AsteriskRelease> PRIORITY = List.of(AsteriskRelease.of("15.0"));

	private final Monitor monitor;

	private final Queues queues;

	private final Events events;

	QueueActions(Monitor monitor, Queues queues, Events events) {
		this.monitor = monitor;
		this.queues = queues;
		this.events = events;
	}

	void addTo(Actions actions) {
		actions.add("QueueStatus", this::status);
		actions.add("QueueSummary", this::summary);
		actions.add("QueueAdd", this::add);
		actions.add("QueueRemove", this::remove);
		actions.add("QueuePause", this::pause);
		actions.add("QueuePenalty", this::penalty);
		actions.add("QueueMemberRingInUse", this::ringInUse);
		actions.add("QueueReset", this::reset);
		actions.addSince(WITHDRAW, "QueueWithdrawCaller", this::withdraw);
		actions.addSince(PRIORITY, "QueueChangePriorityCaller", this::changePriority);
	}

	private List<Queue> wanted(AmiRequest request) {
		String name = request.get("Queue", "");
		return this.queues.all().stream().filter((queue) -> name.isEmpty() || queue.name().equals(name)).toList();
	}

	private AmiAnswer status(AmiRequest request) {
		List<AmiFrame> items = new ArrayList<>();
		String member = request.get("Member", "");
		for (Queue queue : wanted(request)) {
			items.add(queue.parameters());
			queue.members.stream()
				.filter((one) -> member.isEmpty() || one.interfaceName.equals(member))
				.forEach((one) -> items.add(one.listItem()));
			queue.callers.forEach((caller) -> items.add(queue.entry(caller)));
		}
		return AmiAnswer.list("Queue status will follow", "QueueStatusComplete", items);
	}

	private AmiAnswer summary(AmiRequest request) {
		return AmiAnswer.list("Queue summary will follow", "QueueSummaryComplete",
				wanted(request).stream().map(Queue::summary).toList());
	}

	private AmiAnswer add(AmiRequest request) {
		String name = Actions.require(request, "Queue", "'Queue' not specified.");
		String interfaceName = Actions.require(request, "Interface", "'Interface' not specified.");
		Queue queue = Actions.require(this.queues.find(name), () -> "Unable to add interface to queue: No such queue");
		if (queue.member(interfaceName) != null) {
			return AmiAnswer.error("Unable to add interface: Already there");
		}
		QueuePlan.Member plan = new QueuePlan.Member(interfaceName);
		plan.name(request.get("MemberName", interfaceName))
			.stateInterface(request.get("StateInterface", interfaceName));
		plan.penalty(number(request.get("Penalty", "0")));
		if (Actions.isTrue(request.get("Paused", ""))) {
			plan.paused();
		}
		QueueMember member = new QueueMember(name, plan, true);
		member.status = this.queues.status(member.stateInterface);
		queue.members.add(member);
		return AmiAnswer.success("Added interface to queue").then(() -> tell("QueueMemberAdded", List.of(member)));
	}

	private static int number(String text) {
		return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
	}

	private void tell(String event, List<QueueMember> members) {
		this.monitor.run(() -> members.forEach((member) -> this.events.raise(member.event(event))));
	}

	private AmiAnswer remove(AmiRequest request) {
		String complaint = "Need 'Queue' and 'Interface' parameters.";
		String name = Actions.require(request, "Queue", complaint);
		String interfaceName = Actions.require(request, "Interface", complaint);
		Queue queue = Actions.require(this.queues.find(name),
				() -> "Unable to remove interface from queue: No such queue");
		QueueMember member = Actions.require(queue.member(interfaceName),
				() -> "Unable to remove interface: Not there");
		queue.members.remove(member);
		return AmiAnswer.success("Removed interface from queue")
			.then(() -> tell("QueueMemberRemoved", List.of(member)));
	}

	private AmiAnswer change(AmiRequest request, String complaint, Consumer<QueueMember> change, String message,
			String event) {
		String interfaceName = request.get("Interface", "");
		List<QueueMember> members = wanted(request).stream()
			.flatMap((queue) -> queue.members.stream())
			.filter((member) -> member.interfaceName.equals(interfaceName))
			.toList();
		if (members.isEmpty()) {
			return AmiAnswer.error(complaint);
		}
		members.forEach(change);
		return AmiAnswer.success(message).then(() -> tell(event, members));
	}

	private AmiAnswer pause(AmiRequest request) {
		String complaint = "Need 'Interface' and 'Paused' parameters.";
		Actions.require(request, "Interface", complaint);
		boolean paused = Actions.isTrue(Actions.require(request, "Paused", complaint));
		return change(request, "Interface not found", (member) -> {
			member.paused = paused;
			member.pausedReason = paused ? request.get("Reason", "") : "";
			member.lastPause = paused ? System.currentTimeMillis() / 1000 : member.lastPause;
		}, paused ? "Interface paused successfully" : "Interface unpaused successfully", "QueueMemberPause");
	}

	private AmiAnswer penalty(AmiRequest request) {
		String complaint = "Need 'Interface' and 'Penalty' parameters.";
		Actions.require(request, "Interface", complaint);
		int penalty = number(Actions.require(request, "Penalty", complaint));
		return change(request, "Invalid interface, queuename or penalty", (member) -> member.penalty = penalty,
				"Interface penalty set successfully", "QueueMemberPenalty");
	}

	private AmiAnswer ringInUse(AmiRequest request) {
		String complaint = "Need 'Interface' and 'RingInUse' parameters.";
		Actions.require(request, "Interface", complaint);
		boolean rings = Actions.isTrue(Actions.require(request, "RingInUse", complaint));
		return change(request, "Invalid interface, queuename, or ringinuse value", (member) -> member.ringInUse = rings,
				"Interface ringinuse set successfully", "QueueMemberRinginuse");
	}

	private AmiAnswer reset(AmiRequest request) {
		wanted(request).forEach(Queue::resetStatistics);
		return AmiAnswer.success("Queue stats reset successfully");
	}

	private QueueCaller caller(AmiRequest request, String failure) {
		String name = Actions.require(request, "Queue", "'Queue' not specified.");
		String channel = Actions.require(request, "Caller", "'Caller' not specified.");
		Queue queue = Actions.require(this.queues.find(name), () -> failure + "No such queue");
		return Actions.require(
				queue.callers.stream().filter((caller) -> caller.channel.name.equals(channel)).findFirst().orElse(null),
				() -> failure + "No such caller");
	}

	private AmiAnswer withdraw(AmiRequest request) {
		QueueCaller caller = caller(request, "Unable to request withdraw from queue: ");
		return AmiAnswer.success("Withdraw requested successfully")
			.then(() -> this.monitor.run(() -> caller.withdrawn = true));
	}

	private AmiAnswer changePriority(AmiRequest request) {
		QueueCaller caller = caller(request, "Unable to change priority caller on queue: ");
		String priority = Actions.require(request, "Priority", "'Priority' not specified.");
		if (!priority.matches("-?\\d{1,9}")) {
			return AmiAnswer.error("'Priority' need integer.");
		}
		caller.priority = Integer.parseInt(priority);
		if (Actions.isTrue(request.get("Immediate", ""))) {
			wanted(request).forEach(Queue::reorder);
		}
		return AmiAnswer.success("Priority change for caller on queue");
	}

}
