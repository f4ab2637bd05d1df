package io.pystrix.ami.live;

import io.pystrix.ami.event.DeviceState;

/**
 * A device at one moment.
 *
 * @param name the name, such as {@code PJSIP/100} or {@code Queue:sales}
 * @param state its state
 */
public record LiveDevice(String name, DeviceState state) implements LiveObject {

	@Override
	public String id() {
		return this.name;
	}

}
