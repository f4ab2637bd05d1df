package io.pystrix.ami.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pystrix.ami.AmiEvent;
import io.pystrix.ami.action.DeviceStateListAction;
import io.pystrix.ami.event.DeviceState;
import io.pystrix.ami.event.DeviceStateChangeEvent;
import org.jspecify.annotations.Nullable;

/**
 * The states of devices.
 */
final class DevicePart implements Part {

	// Asterisk tells their states but keeps none, so they could neither be listed nor be
	// forgotten; and nobody's telephone is one
	private static final String LOCAL = "Local/";

	private final Store<LiveDevice> devices;

	DevicePart(Store<LiveDevice> devices) {
		this.devices = devices;
	}

	@Override
	public Set<String> events() {
		return Set.of("DeviceStateChange");
	}

	@Override
	public void apply(AmiEvent event) {
		if (event instanceof DeviceStateChangeEvent change && !change.device().startsWith(LOCAL)) {
			this.devices.put(device(change));
		}
	}

	@Override
	public void begin() {
		this.devices.begin();
	}

	@Override
	public void request(Requests requests) {
		requests.list(new DeviceStateListAction(), this::complete);
	}

	private void complete(@Nullable List<DeviceStateChangeEvent> items) {
		if (items == null) {
			this.devices.fail();
			return;
		}
		Map<String, LiveDevice> listed = new LinkedHashMap<>();
		items.forEach((item) -> listed.put(item.device(), device(item)));
		this.devices.complete(listed, (item, known, touched) -> (touched && known != null) ? known : item);
	}

	private static LiveDevice device(DeviceStateChangeEvent event) {
		DeviceState state = event.state();
		return new LiveDevice(event.device(), (state != null) ? state : DeviceState.UNKNOWN);
	}

}
