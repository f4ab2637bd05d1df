package io.pystrix.ami.live;

import io.pystrix.ami.event.ExtensionState;
import org.jspecify.annotations.Nullable;

/**
 * An extension that has a hint, at one moment.
 *
 * @param context its context
 * @param exten its number
 * @param hint the devices that it stands for, {@code null} if not known
 * @param state its state
 */
public record LiveExtension(String context, String exten, @Nullable String hint,
		ExtensionState state) implements LiveObject {

	@Override
	public String id() {
		return id(this.exten, this.context);
	}

	static String id(String exten, String context) {
		return exten + '@' + context;
	}

}
