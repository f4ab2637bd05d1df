package io.pystrix.ami.action;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.OptionalInt;
import java.util.OptionalLong;

import io.pystrix.ami.message.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link CoreStatusAction}, with times in the time zone of the Asterisk.
 *
 * @since 0.1.0
 */
public final class CoreStatusResponse extends AmiResponse {

	public CoreStatusResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * When Asterisk was started.
	 * @return the time; {@code null} if not told
	 */
	public @Nullable LocalDateTime started() {
		return time("CoreStartupDate", "CoreStartupTime");
	}

	/**
	 * When the configuration was read last.
	 * @return the time; {@code null} if not told
	 */
	public @Nullable LocalDateTime reloaded() {
		return time("CoreReloadDate", "CoreReloadTime");
	}

	/**
	 * How many calls there are.
	 * @return the number; empty if not told
	 */
	public OptionalInt coreCurrentCalls() {
		return integer("CoreCurrentCalls");
	}

	/**
	 * How many calls there have been since the start.
	 * @return the number; empty if not told
	 */
	public OptionalLong coreProcessedCalls() {
		return longInteger("CoreProcessedCalls");
	}

	private @Nullable LocalDateTime time(String date, String time) {
		try {
			return LocalDate.parse(text(date)).atTime(LocalTime.parse(text(time)));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private String text(String name) {
		String value = get(name);
		return (value != null) ? value : "";
	}

}
