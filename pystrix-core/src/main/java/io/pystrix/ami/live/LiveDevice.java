package io.pystrix.ami.live;

import io.pystrix.ami.event.DeviceState;
import org.jspecify.annotations.Nullable;

/**
 * A device at one moment.
 *
 * @since 0.1.0
 */
public final class LiveDevice implements LiveObject {

	private final Values values;

	LiveDevice(String name, DeviceState state) {
		this.values = new Values(name, state);
	}

	/**
	 * {@return the name, such as {@code PJSIP/100} or {@code Queue:sales}}
	 */
	public String name() {
		return this.values.name();
	}

	/**
	 * {@return the state of the device}
	 */
	public DeviceState state() {
		return this.values.state();
	}

	@Override
	public String id() {
		return this.values.name();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveDevice that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveDevice");
	}

	private record Values(String name, DeviceState state) {

	}

}
