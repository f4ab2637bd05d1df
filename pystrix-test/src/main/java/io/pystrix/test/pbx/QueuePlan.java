package io.pystrix.test.pbx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Describes a queue. Durations are in the simulator's own time.
 * <p>
 * Not thread-safe.
 *
 * @since 0.1.0
 */
public final class QueuePlan {

	final String name;

	final List<Member> members = new ArrayList<>();

	String strategy = "ringall";

	Duration timeout = Duration.ofSeconds(15);

	Duration retry = Duration.ofSeconds(5);

	int serviceLevel;

	QueuePlan(String name) {
		this.name = name;
	}

	/**
	 * Choose how members are called: {@code ringall} (the default) all at once, anything
	 * else one after the other, beginning behind the one who was called last.
	 * @param strategy the strategy as Asterisk names it
	 * @return this
	 */
	public QueuePlan strategy(String strategy) {
		this.strategy = strategy;
		return this;
	}

	/**
	 * Say how long a member may ring.
	 * @param timeout how long; 15 seconds by default
	 * @return this
	 */
	public QueuePlan timeout(Duration timeout) {
		this.timeout = timeout;
		return this;
	}

	/**
	 * Say how long to wait when no member has answered.
	 * @param retry how long; 5 seconds by default
	 * @return this
	 */
	public QueuePlan retry(Duration retry) {
		this.retry = retry;
		return this;
	}

	/**
	 * Say what counts as quick.
	 * @param seconds within how many seconds an answer is; 0 by default
	 * @return this
	 */
	public QueuePlan serviceLevel(int seconds) {
		this.serviceLevel = seconds;
		return this;
	}

	/**
	 * Add a member that is called by an extension, whose steps say whether and when it
	 * answers.
	 * @param extension the extension, in context {@code default}
	 * @return this
	 */
	public QueuePlan member(String extension) {
		return member(extension, (member) -> {
		});
	}

	/**
	 * Add a member that is called by an extension, whose steps say whether and when it
	 * answers.
	 * @param extension the extension, in context {@code default}
	 * @param description is given the member
	 * @return this
	 */
	public QueuePlan member(String extension, Consumer<Member> description) {
		Member member = new Member("Local/" + extension + "@" + Dialplan.CONTEXT + "/n");
		description.accept(member);
		this.members.add(member);
		return this;
	}

	/**
	 * Describes a member of a queue.
	 *
	 * @since 0.1.0
	 */
	public static final class Member {

		final String interfaceName;

		String name;

		String stateInterface;

		int penalty;

		boolean paused;

		boolean ringInUse = true;

		Member(String interfaceName) {
			this.interfaceName = interfaceName;
			this.name = interfaceName;
			this.stateInterface = interfaceName;
		}

		/**
		 * Name it.
		 * @param name the name; that of its channel by default
		 * @return this
		 */
		public Member name(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Choose the device whose state is that of the member.
		 * @param device the device; the member's channel by default. Any other has an
		 * unknown state
		 * @return this
		 */
		public Member stateInterface(String device) {
			this.stateInterface = device;
			return this;
		}

		/**
		 * Choose the penalty. Members with a higher one are called later.
		 * @param penalty the penalty; 0 by default
		 * @return this
		 */
		public Member penalty(int penalty) {
			this.penalty = penalty;
			return this;
		}

		/**
		 * Let it begin with a pause.
		 * @return this
		 */
		public Member paused() {
			this.paused = true;
			return this;
		}

		/**
		 * Let it not be called while it is in a call.
		 * @return this
		 */
		public Member notInUse() {
			this.ringInUse = false;
			return this;
		}

	}

}
