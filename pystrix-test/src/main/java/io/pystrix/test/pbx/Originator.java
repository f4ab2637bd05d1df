package io.pystrix.test.pbx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.release.Habit;
import org.jspecify.annotations.Nullable;

/**
 * Places the calls of {@code Originate}.
 */
final class Originator {

	private static final int ANSWERED = 4;

	private final Monitor monitor;

	private final Channels channels;

	private final LocalPairs pairs;

	private final ChannelLife life;

	private final Events events;

	private final DialEvents dialEvents;

	Originator(Monitor monitor, Channels channels, LocalPairs pairs, ChannelLife life, Events events) {
		this.monitor = monitor;
		this.channels = channels;
		this.pairs = pairs;
		this.life = life;
		this.events = events;
		this.dialEvents = new DialEvents(events);
	}

	/**
	 * Place a call and raise everything up to its dialling; the rest happens on its own
	 * threads.
	 * @return completes with whether somebody answered
	 */
	CompletableFuture<Boolean> place(Origination origination) {
		CompletableFuture<Boolean> answered = new CompletableFuture<>();
		LocalAddress address = LocalAddress.parse(origination.channel());
		String id = origination.channelId();
		Channel first = (address == null || (id != null && this.channels.find(id) != null)) ? null
				: this.pairs.originate(origination, address);
		if (address == null || first == null) {
			ended(origination, null, 0, answered);
			return answered;
		}
		this.dialEvents.begins(null, first, address.dialString());
		this.life.start(LocalPairs.other(first));
		this.life.start(first, () -> dial(origination, first, answered));
		return answered;
	}

	/**
	 * Wait for the answer.
	 * @return whether the channel goes on
	 */
	private boolean dial(Origination origination, Channel first, CompletableFuture<Boolean> answered)
			throws InterruptedException {
		Attempt attempt = new Attempt(first, origination.channel());
		long deadline = this.monitor.after(Duration.ofMillis(origination.timeout()));
		while (true) {
			boolean inTime = this.monitor.await(deadline, () -> attempt.news() != Attempt.News.NONE);
			Attempt.News news = attempt.news();
			switch (news) {
				case RINGING -> {
					attempt.rings();
					this.dialEvents.rings(null, first);
				}
				case ANSWERED -> {
					this.dialEvents.ended(null, first, news.status());
					ended(origination, first, ANSWERED, answered);
					goOn(origination, first);
					return true;
				}
				case BUSY, CONGESTION, GONE -> {
					this.dialEvents.ended(null, first, news.status());
					this.channels.end(first);
					ended(origination, null, (news == Attempt.News.BUSY) ? 5 : (news == Attempt.News.GONE) ? 0 : 8,
							answered);
					return false;
				}
				case NONE -> {
					if (!inTime) {
						first.hangUp(this.channels.has(Habit.PBX_ORIGINATE_NO_ANSWER_HAS_CAUSE) ? 19 : 0);
						this.channels.end(first);
						ended(origination, null, 3, answered);
						return false;
					}
				}
			}
		}
	}

	private void goOn(Origination origination, Channel first) {
		String application = origination.application();
		String context = origination.context();
		if (application != null) {
			first.only = new Step(application, origination.data());
		}
		else if (context != null) {
			first.position = new Position(context, origination.extension(), origination.priority());
			first.dialplan = true;
		}
	}

	private void ended(Origination origination, @Nullable Channel channel, int reason,
			CompletableFuture<Boolean> answered) {
		answered.complete(channel != null);
		if (!origination.async()) {
			return;
		}
		AmiFrame event = Events.event("OriginateResponse", "call");
		if (origination.actionId() != null) {
			event = event.with("ActionID", origination.actionId());
		}
		event = event.with("Response", (channel != null) ? "Success" : "Failure")
			.with("Channel", (channel != null) ? channel.name : origination.channel());
		if (origination.application() != null) {
			event = event.with("Application", origination.application()).with("Data", origination.data());
		}
		else {
			event = event.with("Context", (origination.context() != null) ? origination.context() : "")
				.with("Exten", origination.extension());
		}
		String id = (origination.channelId() != null) ? origination.channelId() : Channel.UNKNOWN;
		this.events.raise(event.with("Reason", reason)
			.with("Uniqueid", (channel != null) ? channel.uniqueid : id)
			.with("CallerIDNum", origination.callerId().number())
			.with("CallerIDName", origination.callerId().name()));
	}

}
