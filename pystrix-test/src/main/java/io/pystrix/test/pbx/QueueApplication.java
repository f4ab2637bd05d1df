package io.pystrix.test.pbx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.test.release.Habit;
import org.jspecify.annotations.Nullable;

/**
 * {@code Queue}: waits until it is the caller's turn, calls members, and talks to the one
 * who answers.
 */
final class QueueApplication implements Application {

	private static final List<String> RESET = List.of("ANSWEREDTIME", "ANSWEREDTIME_MS", "DIALEDTIME", "DIALEDTIME_MS",
			"QUEUEWAIT", "QUEUEWAIT_MS");

	private final Monitor monitor;

	private final Channels channels;

	private final LocalPairs pairs;

	private final Bridges bridges;

	private final ChannelLife life;

	private final Queues queues;

	private final Events events;

	private final DialEvents dialEvents;

	private final QueueEvents queueEvents;

	QueueApplication(Monitor monitor, Channels channels, LocalPairs pairs, Bridges bridges, ChannelLife life,
			Queues queues, Events events) {
		this.monitor = monitor;
		this.channels = channels;
		this.pairs = pairs;
		this.bridges = bridges;
		this.life = life;
		this.queues = queues;
		this.events = events;
		this.dialEvents = new DialEvents(events);
		this.queueEvents = new QueueEvents(events);
	}

	@Override
	public void run(Channel channel, String data) throws InterruptedException {
		if (setsTimes()) {
			RESET.forEach((name) -> this.channels.variable(channel, name, ""));
		}
		Queue queue = this.queues.find(data.split(",", -1)[0]);
		if (queue == null) {
			this.channels.variable(channel, "QUEUESTATUS", "UNKNOWN");
			return;
		}
		QueueCaller caller = new QueueCaller(channel, queue.callers.size() + 1);
		queue.join(caller);
		this.queueEvents.joined(queue, caller);
		this.events.musicStarts(channel);
		Call call = new Call(queue, caller);
		call.serve();
	}

	private boolean setsTimes() {
		return this.channels.has(Habit.PBX_QUEUE_SETS_TIMES);
	}

	/**
	 * One caller's call.
	 */
	private final class Call {

		private final Queue queue;

		private final QueueCaller caller;

		private final Channel channel;

		private final Map<Attempt, QueueMember> attempts = new LinkedHashMap<>();

		Call(Queue queue, QueueCaller caller) {
			this.queue = queue;
			this.caller = caller;
			this.channel = caller.channel;
		}

		private boolean isOver() {
			return this.channel.isInterrupted() || this.caller.withdrawn;
		}

		void serve() throws InterruptedException {
			while (true) {
				QueueApplication.this.monitor.await(() -> isOver() || this.queue.isServed(this.caller));
				Attempt answered = isOver() ? null : round();
				if (answered != null) {
					talk(answered);
					return;
				}
				QueueApplication.this.monitor.await(QueueApplication.this.monitor.after(this.queue.plan.retry),
						this::isOver);
				if (isOver()) {
					giveUp();
					return;
				}
			}
		}

		private @Nullable Attempt round() throws InterruptedException {
			List<QueueMember> members = this.queue.round();
			if (this.queue.ringsAll()) {
				members.forEach(this::call);
				return answer();
			}
			for (QueueMember member : members) {
				this.queue.called(member);
				call(member);
				Attempt answered = answer();
				if (answered != null || isOver()) {
					return answered;
				}
			}
			return null;
		}

		private void call(QueueMember member) {
			LocalAddress address = LocalAddress.parse(member.interfaceName);
			Channel called = (address != null) ? QueueApplication.this.pairs.dial(this.channel, address, "AppQueue")
					: null;
			if (called != null) {
				QueueApplication.this.queueEvents.agentCalled(this.queue, this.caller, called, member);
				QueueApplication.this.dialEvents.begins(this.channel, called, member.interfaceName);
				this.attempts.put(new Attempt(called, member.interfaceName), member);
				QueueApplication.this.life.start(LocalPairs.other(called));
			}
		}

		private @Nullable Attempt answer() throws InterruptedException {
			long deadline = QueueApplication.this.monitor.after(this.queue.plan.timeout);
			while (!this.attempts.isEmpty()) {
				boolean news = QueueApplication.this.monitor.await(deadline, () -> isOver()
						|| this.attempts.keySet().stream().anyMatch((attempt) -> attempt.news() != Attempt.News.NONE));
				if (isOver() || !news) {
					cancelAll(news ? "CANCEL" : "NOANSWER");
				}
				for (Attempt attempt : new ArrayList<>(this.attempts.keySet())) {
					if (attempt.news() == Attempt.News.ANSWERED) {
						return attempt;
					}
					take(attempt);
				}
			}
			return null;
		}

		private void take(Attempt attempt) {
			Attempt.News news = attempt.news();
			if (news == Attempt.News.RINGING) {
				attempt.rings();
				QueueApplication.this.dialEvents.rings(this.channel, attempt.called);
			}
			else if (news != Attempt.News.NONE) {
				QueueApplication.this.dialEvents.ended(this.channel, attempt.called, news.status());
				noAnswer(attempt);
				this.attempts.remove(attempt);
				QueueApplication.this.channels.end(attempt.called);
			}
		}

		private void noAnswer(Attempt attempt) {
			QueueMember member = this.attempts.get(attempt);
			if (member != null) {
				QueueApplication.this.queueEvents.noAnswer(this.queue, this.caller, attempt.called, member,
						QueueApplication.this.monitor.since(attempt.start).toMillis());
			}
		}

		private void cancelAll(String reason) {
			for (Attempt attempt : new ArrayList<>(this.attempts.keySet())) {
				if (reason.equals("NOANSWER")) {
					noAnswer(attempt);
				}
				QueueApplication.this.dialEvents.ended(this.channel, attempt.called, reason);
				cancel(attempt);
			}
		}

		private void cancel(Attempt attempt) {
			this.attempts.remove(attempt);
			QueueApplication.this.dialEvents.ended(this.channel, attempt.called, "CANCEL");
			QueueApplication.this.channels.end(attempt.called);
		}

		private void giveUp() {
			long hold = seconds(this.caller.start);
			QueueApplication.this.events.musicStops(this.channel);
			if (this.caller.withdrawn) {
				leave();
				variable("QUEUESTATUS", "WITHDRAW");
				return;
			}
			lasted("QUEUEWAIT", this.caller.start);
			lasted("DIALEDTIME", this.caller.start);
			if (setsTimes()) {
				variable("ANSWEREDTIME", "0");
				variable("ANSWEREDTIME_MS", "0");
			}
			Position goal = this.channel.goal;
			// Seen on 22.10.1 and not on 16.28.0; it is not known when that came
			if (goal != null && !this.channel.hungUp && setsTimes()) {
				this.channel.position = goal;
				QueueApplication.this.events.executing(this.channel);
			}
			variable("ABANDONED", "TRUE");
			this.queue.abandoned();
			QueueApplication.this.queueEvents.abandoned(this.queue, this.caller, hold);
			leave();
		}

		private void leave() {
			String position = Integer.toString(this.queue.position(this.caller));
			QueueApplication.this.queueEvents.leaves(this.queue, this.caller);
			variable("QUEUEPOSITION", position);
		}

		private void talk(Attempt attempt) throws InterruptedException {
			QueueMember member = this.attempts.remove(attempt);
			if (member == null) {
				throw new IllegalStateException("Nobody called " + attempt.called);
			}
			new ArrayList<>(this.attempts.keySet()).forEach(this::cancel);
			Channel called = attempt.called;
			QueueApplication.this.dialEvents.ended(this.channel, called, Attempt.News.ANSWERED.status());
			QueueApplication.this.events.musicStops(this.channel);
			long hold = seconds(this.caller.start);
			leave();
			lasted("QUEUEWAIT", this.caller.start);
			this.queue.answered(hold);
			member.inCall = true;
			QueueApplication.this.queueEvents.connected(this.queue, this.caller, called, member, hold,
					seconds(attempt.start));
			long answer = System.nanoTime();
			TalkBridge bridge = QueueApplication.this.bridges.create(new TalkBridge(QueueApplication.this.events));
			QueueApplication.this.bridges.enter(called, bridge);
			called.summon(bridge);
			QueueApplication.this.bridges.enter(this.channel, bridge);
			QueueApplication.this.life.start(called);
			QueueApplication.this.bridges.visit(this.channel, bridge);
			lasted("ANSWEREDTIME", answer);
			lasted("DIALEDTIME", this.caller.start);
			completed(called, member, hold, seconds(answer));
		}

		private void completed(Channel called, QueueMember member, long hold, long talk) {
			member.inCall = false;
			member.callsTaken++;
			member.lastCall = System.currentTimeMillis() / 1000;
			this.queue.completed(talk);
			boolean sentOn = this.channel.goal != null;
			String reason = this.channel.hungUp ? "caller" : "agent";
			QueueApplication.this.queueEvents.completed(this.queue, this.caller, called, member, hold, talk,
					sentOn ? "transfer" : reason);
			if (!this.channel.isInterrupted()) {
				this.channel.hangUp(0);
			}
		}

		private long seconds(long start) {
			return QueueApplication.this.monitor.since(start).toSeconds();
		}

		private void lasted(String name, long start) {
			if (!setsTimes()) {
				return;
			}
			Duration duration = QueueApplication.this.monitor.since(start);
			variable(name, Long.toString(duration.toSeconds()));
			variable(name + "_MS", Long.toString(duration.toMillis()));
		}

		private void variable(String name, String value) {
			QueueApplication.this.channels.variable(this.channel, name, value);
		}

	}

}
