package io.pystrix.ami.action;

import io.pystrix.ami.message.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link ModuleCheckAction}, for a module that is loaded; for any other
 * the answer is an error.
 *
 * @since 0.1.0
 */
public final class ModuleCheckResponse extends AmiResponse {

	public ModuleCheckResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * The version of the module, which no longer has one.
	 * @return the version, empty as a rule; {@code null} if not told
	 */
	public @Nullable String version() {
		return get("Version");
	}

}
