package io.pystrix.test.pbx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@code Dial}: calls one or several Local channels, and talks to the first that answers.
 */
final class DialApplication implements Application {

	private static final List<String> RESET = List.of("DIALSTATUS", "DIALEDPEERNUMBER", "DIALEDPEERNAME",
			"ANSWEREDTIME", "ANSWEREDTIME_MS", "DIALEDTIME", "DIALEDTIME_MS", "RINGTIME", "RINGTIME_MS", "PROGRESSTIME",
			"PROGRESSTIME_MS");

	private final Monitor monitor;

	private final Channels channels;

	private final LocalPairs pairs;

	private final Bridges bridges;

	private final ChannelLife life;

	private final Events events;

	private final DialEvents dialEvents;

	DialApplication(Monitor monitor, Channels channels, LocalPairs pairs, Bridges bridges, ChannelLife life,
			Events events) {
		this.monitor = monitor;
		this.channels = channels;
		this.pairs = pairs;
		this.bridges = bridges;
		this.life = life;
		this.events = events;
		this.dialEvents = new DialEvents(events);
	}

	@Override
	public void run(Channel caller, String data) throws InterruptedException {
		String[] parts = data.split(",", -1);
		Duration timeout = (parts.length > 1 && !parts[1].isEmpty()) ? BasicApplications.seconds(parts[1])
				: Duration.ofDays(1);
		boolean goesOn = parts.length > 2 && parts[2].contains("g");
		RESET.forEach((name) -> this.channels.variable(caller, name, ""));
		long start = System.nanoTime();
		Ringing ringing = new Ringing(caller, start);
		for (String target : parts[0].split("&")) {
			ringing.call(target);
		}
		Attempt answered = ringing.await(this.monitor.after(timeout));
		if (answered == null) {
			this.channels.variable(caller, "DIALSTATUS", ringing.status);
			return;
		}
		talk(caller, answered, start);
		if (!caller.isInterrupted() && !goesOn) {
			caller.hangUp(0);
		}
	}

	private void talk(Channel caller, Attempt attempt, long start) throws InterruptedException {
		Channel called = attempt.called;
		this.channels.variable(caller, "DIALSTATUS", "ANSWER");
		this.channels.variable(caller, "DIALEDPEERNAME", called.name);
		this.channels.variable(caller, "DIALEDPEERNUMBER", attempt.dialString);
		called.position = new Position(called.position.context(), "", 1);
		this.dialEvents.ended(caller, called, Attempt.News.ANSWERED.status());
		this.channels.answer(caller);
		long answer = System.nanoTime();
		TalkBridge bridge = this.bridges.create(new TalkBridge(this.events));
		this.events.executing(called);
		this.bridges.enter(called, bridge);
		called.summon(bridge);
		this.bridges.enter(caller, bridge);
		this.life.start(called);
		this.bridges.visit(caller, bridge);
		if (caller.goal == null) {
			lasted(caller, "ANSWEREDTIME", answer);
			lasted(caller, "DIALEDTIME", start);
		}
		this.channels.variable(caller, "DIALSTATUS", "ANSWER");
	}

	private void lasted(Channel caller, String name, long start) {
		Duration duration = this.monitor.since(start);
		this.channels.variable(caller, name, Long.toString(duration.toSeconds()));
		this.channels.variable(caller, name + "_MS", Long.toString(duration.toMillis()));
	}

	/**
	 * The channels that are called.
	 */
	private final class Ringing {

		private final Channel caller;

		private final long start;

		private final List<Attempt> attempts = new ArrayList<>();

		private String status = "CHANUNAVAIL";

		Ringing(Channel caller, long start) {
			this.caller = caller;
			this.start = start;
		}

		void call(String target) {
			LocalAddress address = LocalAddress.parse(target);
			Channel called = (address != null) ? DialApplication.this.pairs.dial(this.caller, address, "AppDial")
					: null;
			if (address != null && called != null) {
				DialApplication.this.dialEvents.begins(this.caller, called, address.dialString());
				this.attempts.add(new Attempt(called, address.dialString()));
				DialApplication.this.life.start(LocalPairs.other(called));
			}
		}

		@Nullable Attempt await(long deadline) throws InterruptedException {
			while (!this.attempts.isEmpty()) {
				boolean news = DialApplication.this.monitor.await(deadline, () -> this.caller.isInterrupted()
						|| this.attempts.stream().anyMatch((attempt) -> attempt.news() != Attempt.News.NONE));
				if (this.caller.isInterrupted()) {
					this.status = "CANCEL";
					cancel("CANCEL", Events.EXPLICIT);
				}
				else if (!news) {
					this.status = "NOANSWER";
					cancel("NOANSWER", 0);
				}
				for (Attempt attempt : List.copyOf(this.attempts)) {
					if (take(attempt)) {
						this.attempts.remove(attempt);
						cancel("CANCEL", Events.EXPLICIT);
						return attempt;
					}
				}
			}
			return null;
		}

		private boolean take(Attempt attempt) {
			Attempt.News news = attempt.news();
			switch (news) {
				case ANSWERED -> {
					return true;
				}
				case RINGING -> {
					attempt.rings();
					DialApplication.this.channels.ring(this.caller);
					lasted(this.caller, "RINGTIME", this.start);
					DialApplication.this.dialEvents.rings(this.caller, attempt.called);
				}
				case BUSY, CONGESTION, GONE -> {
					this.status = (news == Attempt.News.GONE) ? this.status : news.status();
					this.attempts.remove(attempt);
					DialApplication.this.dialEvents.ended(this.caller, attempt.called, news.status());
					end(attempt);
				}
				default -> {
				}
			}
			return false;
		}

		private void cancel(String reason, int cause) {
			for (Attempt attempt : this.attempts) {
				attempt.called.hangUp(cause);
				DialApplication.this.dialEvents.ended(this.caller, attempt.called, reason);
				DialApplication.this.channels.end(attempt.called);
			}
			this.attempts.clear();
		}

		private void end(Attempt attempt) {
			DialApplication.this.channels.end(attempt.called);
			if (attempt.called.cause != 0) {
				this.caller.cause = attempt.called.cause;
			}
		}

	}

}
