package io.pystrix.ami.live;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.pystrix.ami.AmiEvent;
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

	// Channels that have entered or left a bridge while the list is on its way; null
	// while
	// none is
	private @Nullable Set<String> moved;

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
		Instant at = Times.of(event);
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
			this.bridges.destroyed(destroyed.bridgeUniqueid());
		}
	}

	@Override
	public void begin() {
		this.channels.begin();
		this.bridges.begin();
		this.moved = new HashSet<>();
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
			this.channels.complete(items, (item, known, touched) -> merged(item, known, touched, now));
		}
		else {
			this.channels.fail();
		}
		this.moved = null;
		this.bridges.complete(bridges, this.channels.all());
		this.calls.rebuild(this.channels.all());
	}

	private LiveChannel merged(CoreShowChannelEvent item, @Nullable LiveChannel known, boolean touched, Instant now) {
		ChannelDraft draft = (known != null) ? new ChannelDraft(known) : new ChannelDraft(item.uniqueid());
		if (!touched) {
			draft.snapshot(item.snapshot());
		}
		if (!touched || known == null || known.application() == null) {
			draft.application(item.application(), item.applicationData());
		}
		if (this.moved == null || !this.moved.contains(item.uniqueid())) {
			String bridgeId = item.bridgeId();
			draft.bridge((bridgeId == null || bridgeId.isEmpty()) ? null : bridgeId);
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
			change(event.snapshot(), true, at, (draft) -> draft.created(at));
		}
		else if (event instanceof NewextenEvent step) {
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
		if (this.moved != null) {
			this.moved.add(event.uniqueid());
		}
		update(event.snapshot(), at, changes);
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
		if (snapshot == null || id == null) {
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

}
