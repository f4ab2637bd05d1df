package io.pystrix.ami.live;

import io.pystrix.ami.event.DeviceState;
import org.jspecify.annotations.Nullable;

/**
 * A PJSIP endpoint at one moment.
 *
 * @param name the name
 * @param aor its address of record, may be empty
 * @param transport its transport, may be empty
 * @param deviceState the state of the device {@code PJSIP/name}, {@code null} if not
 * known
 */
public record LiveEndpoint(String name, String aor, String transport,
		@Nullable DeviceState deviceState) implements LiveObject {

	@Override
	public String id() {
		return this.name;
	}

	LiveEndpoint withDeviceState(@Nullable DeviceState deviceState) {
		return new LiveEndpoint(this.name, this.aor, this.transport, deviceState);
	}

}
