package io.pystrix.ami.live;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import io.pystrix.ami.action.BridgeListAction;
import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.event.BridgeCreateEvent;
import io.pystrix.ami.event.BridgeDestroyEvent;
import io.pystrix.ami.event.BridgeEnterEvent;
import io.pystrix.ami.event.BridgeLeaveEvent;
import io.pystrix.ami.event.BridgeListItemEvent;
import io.pystrix.ami.event.ChannelEvent;
import io.pystrix.ami.event.ChannelSnapshot;
import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.event.CoreShowChannelEvent;
import io.pystrix.ami.event.DialBeginEvent;
import io.pystrix.ami.event.DialEndEvent;
import io.pystrix.ami.event.DialStateEvent;
import io.pystrix.ami.event.DialStatus;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.HangupRequestEvent;
import io.pystrix.ami.event.HoldEvent;
import io.pystrix.ami.event.LocalBridgeEvent;
import io.pystrix.ami.event.NewchannelEvent;
import io.pystrix.ami.event.NewextenEvent;
import io.pystrix.ami.event.SoftHangupRequestEvent;
import io.pystrix.ami.event.UnholdEvent;
import io.pystrix.ami.event.VarSetEvent;
import io.pystrix.ami.message.AmiEvent;
import org.jspecify.annotations.Nullable;

/**
 * Channels, and the calls and bridges that they make up.
 */
final class ChannelPart implements Part {

	private static final Set<String> EVENTS = Set.of("Newchannel", "Newstate", "Newexten", "NewCallerid",
			"NewConnectedLine", "NewAccountCode", "Hangup", "HangupRequest", "SoftHangupRequest", "VarSet", "Hold",
			"Unhold", "DialBegin", "DialState", "DialEnd", "LocalBridge", "BridgeCreate", "BridgeDestroy",
			"BridgeEnter", "BridgeLeave");

	private static final Consumer<ChannelDraft> NOTHING_ELSE = (draft) -> {
	};

	private final Store<LiveChannel> channels;

	private final BridgeMembers bridges;

	private final CallMembers calls;

	// What events have told while a list is on its way; null while none is
	private @Nullable Told told;

	private @Nullable List<CoreShowChannelEvent> listedChannels;

	private @Nullable List<BridgeListItemEvent> listedBridges;

	private int missingLists = 0;

	ChannelPart(Store<LiveChannel> channels, BridgeMembers bridges, CallMembers calls) {
		this.channels = channels;
		this.bridges = bridges;
		this.calls = calls;
	}

	@Override
	public Set<String> events() {
		return EVENTS;
	}

	@Override
	public void apply(AmiEvent event) {
		Instant at = Objects.requireNonNullElseGet(event.timestamp(), Instant::now);
		if (event instanceof ChannelEvent channelEvent) {
			applyToChannel(channelEvent, at);
		}
		else if (event instanceof VarSetEvent varSet) {
			update(varSet.snapshot(), at, (draft) -> draft.variable(varSet.variable(), varSet.value()));
		}
		else if (event instanceof DialBeginEvent dial) {
			dialed(dial.snapshot(), dial.dest(), null, at);
		}
		else if (event instanceof DialStateEvent dial) {
			dialed(dial.snapshot(), dial.dest(), dial.dialStatus(), at);
		}
		else if (event instanceof DialEndEvent dial) {
			dialed(dial.snapshot(), dial.dest(), dial.dialStatus(), at);
		}
		else if (event instanceof LocalBridgeEvent local) {
			joined(local.localOne(), local.localTwo(), at);
			joined(local.localTwo(), local.localOne(), at);
		}
		else if (event instanceof BridgeCreateEvent created) {
			this.bridges.seen(created.bridge());
		}
		else if (event instanceof BridgeDestroyEvent destroyed) {
			destroyed(destroyed.bridgeUniqueid());
		}
	}

	@Override
	public void begin() {
		this.channels.begin();
		this.bridges.begin();
		this.told = new Told();
	}

	@Override
	public void request(Requests requests) {
		this.missingLists = 2;
		requests.list(new CoreShowChannelsAction(), (items) -> {
			this.listedChannels = items;
			arrived();
		});
		requests.list(new BridgeListAction(), (items) -> {
			this.listedBridges = items;
			arrived();
		});
	}

	private void arrived() {
		this.missingLists--;
		if (this.missingLists == 0) {
			complete(this.listedChannels, this.listedBridges);
			this.listedChannels = null;
			this.listedBridges = null;
		}
	}

	private void complete(@Nullable List<CoreShowChannelEvent> channels, @Nullable List<BridgeListItemEvent> bridges) {
		if (channels != null) {
			Instant now = Instant.now();
			Map<String, CoreShowChannelEvent> items = new LinkedHashMap<>();
			channels.forEach((item) -> items.put(item.uniqueid(), item));
			Told told = (this.told != null) ? this.told : new Told();
			this.channels.complete(items, (item, known, touched) -> merged(item, known, touched, told, now));
			// What was there before and is not in the list has gone, whatever was told of
			// it
			for (LiveChannel channel : this.channels.all()) {
				if (!items.containsKey(channel.uniqueid()) && !told.begun.contains(channel.uniqueid())) {
					this.channels.discard(channel.uniqueid());
				}
			}
		}
		else {
			this.channels.fail();
		}
		this.told = null;
		this.bridges.complete(bridges, this.channels.all());
		this.calls.rebuild(this.channels.all());
	}

	private LiveChannel merged(CoreShowChannelEvent item, @Nullable LiveChannel known, boolean touched, Told told,
			Instant now) {
		ChannelDraft draft = (known != null) ? new ChannelDraft(known) : new ChannelDraft(item.uniqueid());
		if (!touched) {
			draft.snapshot(item.snapshot());
		}
		if (!told.stepped.contains(item.uniqueid())) {
			draft.application(item.application(), item.applicationData());
		}
		if (!told.moved.contains(item.uniqueid())) {
			String bridgeId = item.bridgeId();
			boolean none = bridgeId == null || bridgeId.isEmpty() || told.destroyed.contains(bridgeId);
			draft.bridge(none ? null : bridgeId);
		}
		if (item.duration() != null) {
			draft.created(now.minus(item.duration()));
		}
		return draft.toChannel();
	}

	private void applyToChannel(ChannelEvent event, Instant at) {
		if (event instanceof HangupEvent hangup) {
			hungUp(hangup);
		}
		else if (event instanceof NewchannelEvent) {
			if (this.told != null) {
				this.told.begun.add(event.uniqueid());
			}
			change(event.snapshot(), true, at, (draft) -> draft.created(at));
		}
		else if (event instanceof NewextenEvent step) {
			if (this.told != null) {
				this.told.stepped.add(event.uniqueid());
			}
			update(event.snapshot(), at, (draft) -> draft.application(step.application(), step.appData()));
		}
		else if (event instanceof BridgeEnterEvent enter) {
			this.bridges.seen(enter.bridge());
			move(event, at, (draft) -> draft.bridge(enter.bridgeUniqueid()));
		}
		else if (event instanceof BridgeLeaveEvent leave) {
			move(event, at, (draft) -> draft.leave(leave.bridgeUniqueid()));
		}
		else if (event instanceof HoldEvent || event instanceof UnholdEvent) {
			update(event.snapshot(), at, (draft) -> draft.onHold(event instanceof HoldEvent));
		}
		else {
			update(event.snapshot(), at, NOTHING_ELSE);
			if (event instanceof HangupRequestEvent request) {
				this.calls.hangupRequested(event.uniqueid(), request.cause());
			}
			else if (event instanceof SoftHangupRequestEvent request) {
				this.calls.hangupRequested(event.uniqueid(), request.cause());
			}
		}
	}

	private void hungUp(HangupEvent event) {
		LiveChannel known = this.channels.get(event.uniqueid());
		if (known == null) {
			// Nothing to end, but a list that is on its way may still have it
			this.channels.remove(event.uniqueid());
			return;
		}
		LiveChannel last = new ChannelDraft(known).snapshot(event.snapshot()).hungUp(event.cause()).toChannel();
		this.channels.remove(last);
		this.bridges.changed(known, null);
		this.calls.changed(last, null);
	}

	private void move(ChannelEvent event, Instant at, Consumer<ChannelDraft> changes) {
		boolean outdated = this.told != null && this.told.moved.add(event.uniqueid());
		update(event.snapshot(), at, (draft) -> changes.accept(outdated ? draft.bridge(null) : draft));
	}

	// Who was in it may never be told to leave
	private void destroyed(@Nullable String bridgeId) {
		if (bridgeId == null) {
			return;
		}
		if (this.told != null) {
			this.told.destroyed.add(bridgeId);
		}
		for (String uniqueid : this.bridges.destroyed(bridgeId)) {
			LiveChannel channel = this.channels.get(uniqueid);
			if (channel != null) {
				this.channels.adjust(new ChannelDraft(channel).leave(bridgeId).toChannel());
			}
		}
	}

	private void dialed(@Nullable ChannelSnapshot from, @Nullable ChannelSnapshot to, @Nullable DialStatus status,
			Instant at) {
		String dialer = (from != null) ? from.uniqueid() : null;
		update(from, at, NOTHING_ELSE);
		update(to, at, (draft) -> draft.dialed(dialer, status));
	}

	private void joined(@Nullable ChannelSnapshot half, @Nullable ChannelSnapshot other, Instant at) {
		update(half, at, (draft) -> draft.localPeer((other != null) ? other.uniqueid() : null));
	}

	private void update(@Nullable ChannelSnapshot snapshot, Instant at, Consumer<ChannelDraft> changes) {
		change(snapshot, false, at, changes);
	}

	private void change(@Nullable ChannelSnapshot snapshot, boolean isNew, Instant at, Consumer<ChannelDraft> changes) {
		String id = (snapshot != null) ? snapshot.uniqueid() : null;
		if (snapshot == null || id == null || id.isEmpty()) {
			return;
		}
		LiveChannel known = this.channels.get(id);
		if (known == null && !isNew && !this.channels.mayBeNew(id)) {
			return;
		}
		ChannelDraft draft = (known != null) ? new ChannelDraft(known) : new ChannelDraft(id);
		changes.accept(draft.snapshot(snapshot));
		if (draft.isUp() && (isNew || known != null && known.state() != ChannelState.UP)) {
			draft.answered(at);
		}
		LiveChannel changed = draft.toChannel();
		this.channels.put(changed);
		this.bridges.changed(known, changed);
		this.calls.changed(known, changed);
	}

	/**
	 * Of which channels and bridges events have told what while a list is on its way.
	 */
	private static final class Told {

		private final Set<String> begun = new HashSet<>();

		// Have entered or left a bridge
		private final Set<String> moved = new HashSet<>();

		// Have run another application
		private final Set<String> stepped = new HashSet<>();

		private final Set<String> destroyed = new HashSet<>();

	}

}
