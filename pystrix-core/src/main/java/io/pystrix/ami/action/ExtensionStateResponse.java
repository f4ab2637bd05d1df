package io.pystrix.ami.action;

import io.pystrix.ami.event.ExtensionState;
import io.pystrix.ami.message.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link ExtensionStateAction}.
 *
 * @since 0.1.0
 */
public final class ExtensionStateResponse extends AmiResponse {

	public ExtensionStateResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * The devices that the hint names.
	 * @return the hint; {@code null} or empty if there is none
	 */
	public @Nullable String hint() {
		return get("Hint");
	}

	/**
	 * What the devices do.
	 * @return the state; {@code null} if not told
	 */
	public @Nullable ExtensionState status() {
		return ExtensionState.of(get("Status"));
	}

	/**
	 * What the devices do, in words.
	 * @return the words, such as {@code InUse}; {@code null} if not told
	 */
	public @Nullable String statusText() {
		return get("StatusText");
	}

}
