package io.pystrix.ami.live;

import io.pystrix.ami.event.DeviceState;
import org.jspecify.annotations.Nullable;

/**
 * A PJSIP endpoint at one moment.
 *
 * @since 0.1.0
 */
public final class LiveEndpoint implements LiveObject {

	private final Values values;

	LiveEndpoint(String name, String aor, String transport, @Nullable DeviceState deviceState) {
		this.values = new Values(name, aor, transport, deviceState);
	}

	/**
	 * {@return the name}
	 */
	public String name() {
		return this.values.name();
	}

	/**
	 * {@return the address of record, may be empty}
	 */
	public String aor() {
		return this.values.aor();
	}

	/**
	 * {@return the transport, may be empty}
	 */
	public String transport() {
		return this.values.transport();
	}

	/**
	 * {@return the state of the device {@code PJSIP/name}, {@code null} if not known}
	 */
	public @Nullable DeviceState deviceState() {
		return this.values.deviceState();
	}

	@Override
	public String id() {
		return this.values.name();
	}

	LiveEndpoint withDeviceState(@Nullable DeviceState deviceState) {
		return new LiveEndpoint(this.values.name(), this.values.aor(), this.values.transport(), deviceState);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveEndpoint that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveEndpoint");
	}

	private record Values(String name, String aor, String transport, @Nullable DeviceState deviceState) {

	}

}
