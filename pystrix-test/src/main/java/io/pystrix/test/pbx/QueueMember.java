package io.pystrix.test.pbx;

import io.pystrix.test.ami.AmiFrame;

/**
 * A member of a queue. Guarded by the {@link Monitor}.
 */
final class QueueMember {

	final String queue;

	final String interfaceName;

	final String name;

	final String stateInterface;

	final boolean dynamic;

	private final long login = System.currentTimeMillis() / 1000;

	int penalty;

	boolean paused;

	String pausedReason = "";

	boolean ringInUse;

	int callsTaken;

	long lastCall;

	long lastPause;

	boolean inCall;

	int status = 1;

	QueueMember(String queue, QueuePlan.Member plan, boolean dynamic) {
		this.queue = queue;
		this.interfaceName = plan.interfaceName;
		this.name = plan.name;
		this.stateInterface = plan.stateInterface;
		this.dynamic = dynamic;
		this.penalty = plan.penalty;
		this.paused = plan.paused;
		this.lastPause = plan.paused ? this.login : 0;
		this.ringInUse = plan.ringInUse;
	}

	boolean isAvailable() {
		return !this.paused && (this.ringInUse || this.status < 2);
	}

	private AmiFrame state(AmiFrame event) {
		return event.with("StateInterface", this.stateInterface)
			.with("Membership", this.dynamic ? "dynamic" : "static")
			.with("Penalty", this.penalty)
			.with("CallsTaken", this.callsTaken)
			.with("LastCall", this.lastCall)
			.with("LastPause", this.lastPause)
			.with("LoginTime", this.login)
			.with("InCall", this.inCall ? 1 : 0)
			.with("Status", this.status)
			.with("Paused", this.paused ? 1 : 0)
			.with("PausedReason", this.pausedReason);
	}

	/**
	 * An event about the member.
	 */
	AmiFrame event(String event) {
		return state(Events.event(event, "agent")
			.with("Queue", this.queue)
			.with("MemberName", this.name)
			.with("Interface", this.interfaceName)).with("Ringinuse", this.ringInUse ? 1 : 0).with("Wrapuptime", 0);
	}

	/**
	 * The item of {@code QueueStatus}.
	 */
	AmiFrame listItem() {
		return state(AmiFrame.event("QueueMember")
			.with("Queue", this.queue)
			.with("Name", this.name)
			.with("Location", this.interfaceName)).with("Wrapuptime", 0);
	}

}
