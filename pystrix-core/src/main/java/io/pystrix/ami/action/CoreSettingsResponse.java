package io.pystrix.ami.action;

import java.util.OptionalDouble;
import java.util.OptionalInt;

import io.pystrix.ami.message.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link CoreSettingsAction}.
 *
 * @since 0.1.0
 */
public final class CoreSettingsResponse extends AmiResponse {

	public CoreSettingsResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * The version of the manager interface.
	 * @return the version, such as {@code 11.0.0}
	 */
	public String amiVersion() {
		return required("AMIversion");
	}

	/**
	 * The version of Asterisk, as its packager has named it.
	 * @return the version
	 */
	public String asteriskVersion() {
		return required("AsteriskVersion");
	}

	/**
	 * The name of this Asterisk.
	 * @return the name; {@code null} or empty if it has none
	 */
	public @Nullable String systemName() {
		return get("SystemName");
	}

	/**
	 * How many calls there may be.
	 * @return the number, 0 for any; empty if not told
	 */
	public OptionalInt coreMaxCalls() {
		return integer("CoreMaxCalls");
	}

	/**
	 * Above which load of the machine calls are refused.
	 * @return the load, 0 for any; empty if not told
	 */
	public OptionalDouble coreMaxLoadAvg() {
		return decimal("CoreMaxLoadAvg");
	}

	/**
	 * The user that Asterisk runs as.
	 * @return the name; {@code null} or empty if it was not changed
	 */
	public @Nullable String coreRunUser() {
		return get("CoreRunUser");
	}

	/**
	 * The group that Asterisk runs as.
	 * @return the name; {@code null} or empty if it was not changed
	 */
	public @Nullable String coreRunGroup() {
		return get("CoreRunGroup");
	}

	/**
	 * How many files Asterisk may open.
	 * @return the number, 0 if it was not changed; empty if not told
	 */
	public OptionalInt coreMaxFilehandles() {
		return integer("CoreMaxFilehandles");
	}

	/**
	 * Whether configuration comes from a database.
	 * @return whether it does; {@code null} if not told
	 */
	public @Nullable Boolean coreRealTimeEnabled() {
		return truth("CoreRealTimeEnabled");
	}

	/**
	 * Whether call detail records are written.
	 * @return whether they are; {@code null} if not told
	 */
	public @Nullable Boolean coreCdrEnabled() {
		return truth("CoreCDRenabled");
	}

	/**
	 * Whether Asterisk's HTTP server runs.
	 * @return whether it does; {@code null} if not told
	 */
	public @Nullable Boolean coreHttpEnabled() {
		return truth("CoreHTTPenabled");
	}

	/**
	 * Whether sounds are looked for in a folder of one's own. Asterisk 22 and later.
	 * @return whether they are; {@code null} if not told
	 */
	public @Nullable Boolean soundsSearchCustomDir() {
		return truth("SoundsSearchCustomDir");
	}

}
