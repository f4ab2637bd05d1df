package io.pystrix.test.pbx;

import java.time.Duration;
import java.util.List;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;
import io.pystrix.test.release.AsteriskRelease;
import org.jspecify.annotations.Nullable;

/**
 * Answers the actions that transfer calls.
 */
final class TransferActions {

	/** main/manager.c. */
	private static final List<AsteriskRelease> CANCEL = List.of(AsteriskRelease.of("13.18"), AsteriskRelease.of("14.7"),
			AsteriskRelease.of("15.1"), AsteriskRelease.of("16.0"));

	private final Monitor monitor;

	private final Channels channels;

	private final LocalPairs pairs;

	private final Bridges bridges;

	private final ChannelLife life;

	private final Events events;

	TransferActions(Monitor monitor, Channels channels, LocalPairs pairs, Bridges bridges, ChannelLife life,
			Events events) {
		this.monitor = monitor;
		this.channels = channels;
		this.pairs = pairs;
		this.bridges = bridges;
		this.life = life;
		this.events = events;
	}

	void addTo(Actions actions) {
		actions.add("BlindTransfer", (request) -> blind(actions, request));
		actions.add("Atxfer", (request) -> attended(actions, request));
		actions.addSince(CANCEL, "CancelAtxfer", (request) -> cancel(actions, request));
	}

	private Channel channel(AmiRequest request) {
		String name = Actions.require(request, "Channel", "No channel specified");
		return Actions.require(this.channels.find(name), () -> "Channel specified does not exist");
	}

	private static String extension(AmiRequest request) {
		Actions.require(request, "Channel", "No channel specified");
		return Actions.require(request, "Exten", "No extension specified");
	}

	private static String context(AmiRequest request, Channel channel) {
		String context = request.get("Context", "");
		return context.isEmpty() ? channel.position.context() : context;
	}

	private static @Nullable Channel peer(Channel channel) {
		if (channel.bridge instanceof TalkBridge talk && talk.channels.size() == 2) {
			return talk.channels.get((talk.channels.get(0) == channel) ? 1 : 0);
		}
		return null;
	}

	private AmiAnswer blind(Actions actions, AmiRequest request) {
		String extension = extension(request);
		Channel transferer = channel(request);
		String context = context(request, transferer);
		Channel transferee = peer(transferer);
		Bridge bridge = transferer.bridge;
		if (transferee == null || bridge == null) {
			return AmiAnswer.error("Transfer invalid")
				.then(() -> this.monitor.run(() -> tell("Invalid", transferer, null, null, context, extension)));
		}
		return actions.success("Transfer succeeded", () -> {
			this.events.unhold(transferer);
			this.channels.variable(transferee, "BLINDTRANSFER", transferer.name);
			this.channels.variable(transferer, "BLINDTRANSFER", transferee.name);
			bridge.forgetPeers(transferer);
			tell("Success", transferer, transferee, bridge, context, extension);
			transferee.goTo(new Position(context, extension, 1));
			transferer.dismissed = true;
		});
	}

	private void tell(String result, Channel transferer, @Nullable Channel transferee, @Nullable Bridge bridge,
			String context, String extension) {
		AmiFrame event = Events.event("BlindTransfer", "call")
			.with("Result", result)
			.with(transferer.snapshot("Transferer"));
		if (transferee != null) {
			event = event.with(transferee.snapshot("Transferee"));
		}
		if (bridge != null) {
			event = event.with(bridge.snapshot());
		}
		this.events.raise(event.with("IsExternal", "Yes").with("Context", context).with("Extension", extension));
	}

	private AmiAnswer attended(Actions actions, AmiRequest request) {
		String extension = extension(request);
		Channel transferer = channel(request);
		String context = context(request, transferer);
		return actions.success("Atxfer successfully queued", () -> {
			this.channels.variable(transferer, "TRANSFER_CONTEXT", context);
			Channel transferee = peer(transferer);
			if (transferee != null && transferer.bridge instanceof TalkBridge bridge
					&& transferer.consultation == null) {
				consult(transferer, transferee, bridge,
						new LocalAddress(extension, context, true, extension + "@" + context));
			}
		});
	}

	private void consult(Channel transferer, Channel transferee, TalkBridge bridge, LocalAddress address) {
		this.events.hold(transferer);
		this.events.musicStarts(transferee);
		Channel target = this.pairs.consult(transferer, address);
		if (target == null) {
			this.events.musicStops(transferee);
			this.events.unhold(transferer);
			return;
		}
		TalkBridge second = this.bridges.create(new TalkBridge(this.events));
		this.bridges.enter(target, second);
		target.summon(second);
		this.channels.variable(target, "ATTENDEDTRANSFER", "");
		new Consultation(this.events, transferer, transferee, target, bridge, second).begin();
		this.life.start(LocalPairs.other(target));
		this.life.start(target, () -> isAnswered(target));
	}

	/**
	 * Wait for the answer of who is asked; who is not reached leaves at once.
	 */
	private boolean isAnswered(Channel target) throws InterruptedException {
		Attempt attempt = new Attempt(target, "");
		DialEvents dialEvents = new DialEvents(this.events);
		long deadline = this.monitor.after(Duration.ofSeconds(15));
		while (true) {
			boolean inTime = this.monitor.await(deadline, () -> attempt.news() != Attempt.News.NONE);
			Attempt.News news = attempt.news();
			if (news == Attempt.News.RINGING) {
				attempt.rings();
				dialEvents.rings(null, target);
				continue;
			}
			dialEvents.ended(null, target, inTime ? news.status() : "NOANSWER");
			if (news != Attempt.News.ANSWERED) {
				this.bridges.leave(target);
				return false;
			}
			return true;
		}
	}

	private AmiAnswer cancel(Actions actions, AmiRequest request) {
		Channel transferer = channel(request);
		return actions.success("CancelAtxfer successfully queued", () -> {
			Consultation consultation = transferer.consultation;
			if (consultation != null) {
				consultation.cancel();
			}
		});
	}

}
