package io.pystrix.ami.live;

import java.util.Set;
import java.util.regex.Pattern;

import io.pystrix.ami.action.DeviceStateListAction;
import io.pystrix.ami.event.DeviceState;
import io.pystrix.ami.event.DeviceStateChangeEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;

/**
 * The states of devices.
 */
final class DevicePart extends ListedPart<DeviceStateChangeEvent, LiveDevice> {

	// Channels that Asterisk makes for itself: it tells their states but keeps none
	// (AST_FLAG_DISABLE_DEVSTATE_CACHE), so they could neither be listed nor be
	// forgotten; and nobody's telephone is one. The first five are those of
	// main/core_unreal.c, releases 13 to 23; the others are those of
	// channels/chan_audiosocket.c, chan_rtp.c and chan_websocket.c, from 20.18, 22.8 and
	// 23.2 on
	private static final Pattern INTERNAL = Pattern
		.compile("(Local|CBAnn|CBRec|Announcer|Recorder|AudioSocket|MulticastRTP|UnicastRTP|WebSocket)/.*");

	DevicePart(Store<LiveDevice> devices) {
		super(devices);
	}

	@Override
	public Set<String> events() {
		return Set.of("DeviceStateChange");
	}

	@Override
	public void apply(AmiEvent event) {
		if (event instanceof DeviceStateChangeEvent change && !INTERNAL.matcher(change.device()).matches()) {
			objects().put(object(change));
		}
	}

	@Override
	AmiAction<EventList<DeviceStateChangeEvent>> list() {
		return new DeviceStateListAction();
	}

	@Override
	LiveDevice object(DeviceStateChangeEvent item) {
		DeviceState state = item.state();
		return new LiveDevice(item.device(), (state != null) ? state : DeviceState.UNKNOWN);
	}

}
