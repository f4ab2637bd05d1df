package io.pystrix.test.pbx;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of the channels. Each runs the dialplan of one channel, sits in bridges
 * with it, and lets it disappear at the end.
 */
final class ChannelLife {

	private static final Logger logger = LoggerFactory.getLogger(ChannelLife.class);

	private final Monitor monitor;

	private final Channels channels;

	private final Bridges bridges;

	private final Dialplan dialplan;

	private final Applications applications;

	private final Events events;

	ChannelLife(Monitor monitor, Channels channels, Bridges bridges, Dialplan dialplan, Applications applications,
			Events events) {
		this.monitor = monitor;
		this.channels = channels;
		this.bridges = bridges;
		this.dialplan = dialplan;
		this.applications = applications;
		this.events = events;
	}

	/**
	 * Run a channel from its place in the dialplan or from the bridge that it is summoned
	 * to.
	 */
	void start(Channel channel) {
		start(channel, () -> true);
	}

	/**
	 * Run a channel, unless something that comes first decides against it.
	 * @param first what comes first; returns whether the channel goes on
	 */
	void start(Channel channel, First first) {
		Thread thread = new Thread(() -> live(channel, first), "asterisk-simulator-" + channel.name);
		thread.setDaemon(true);
		thread.start();
	}

	private void live(Channel channel, First first) {
		this.monitor.run(() -> {
			try {
				if (first.run()) {
					run(channel);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (RuntimeException ex) {
				logger.error("{} ends early", channel, ex);
			}
			finally {
				// It may have hung up before it could sit down
				this.bridges.leave(channel);
				if (channel.dialplan && !channel.gone) {
					this.events.softHangupRequested(channel, Events.EXPLICIT);
				}
				if (channel.goal != null) {
					channel.position = channel.goal;
				}
				this.channels.end(channel);
			}
		});
	}

	private void run(Channel channel) throws InterruptedException {
		while (!channel.hungUp) {
			Position goal = channel.goal;
			Bridge summons = channel.summons;
			if (summons != null && (goal == null || channel.bridge == summons)) {
				visit(channel, summons);
				continue;
			}
			if (goal != null) {
				channel.summons = null;
				channel.dialplan = true;
				if (!this.dialplan.exists(goal)) {
					return;
				}
				channel.goal = null;
				channel.position = goal;
			}
			Step step = channel.dialplan ? this.dialplan.step(channel.position) : channel.only;
			channel.only = null;
			if (step == null) {
				if (channel.dialplan && channel.position.priority() > 1 && channel.cause == 0) {
					channel.cause = Events.EXPLICIT;
				}
				return;
			}
			channel.application = step.application();
			channel.data = step.data();
			// Asterisk says nothing of an Answer at a place that it has told already
			if (channel.dialplan
					&& !(step.application().equals("Answer") && channel.position.equals(channel.announced))) {
				this.events.executing(channel);
			}
			this.applications.run(channel, step);
			if (channel.dialplan && channel.goal == null && !channel.hungUp) {
				channel.position = channel.position.next();
			}
		}
	}

	/**
	 * Sit in a bridge, and go on in the dialplan afterwards if it came from there.
	 */
	private void visit(Channel channel, Bridge bridge) throws InterruptedException {
		boolean resumes = channel.dialplan;
		channel.dialplan = false;
		if (resumes) {
			channel.application = "";
			channel.data = "";
		}
		this.bridges.visit(channel, bridge);
		if (!channel.hungUp) {
			channel.dialplan = resumes;
		}
	}

	/**
	 * What a channel does before anything else.
	 */
	@FunctionalInterface
	interface First {

		boolean run() throws InterruptedException;

	}

}
