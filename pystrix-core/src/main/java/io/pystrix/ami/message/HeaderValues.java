package io.pystrix.ami.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the values of headers. What is not of the expected form is taken for absent: the
 * text stays readable, and a message must never fail for one header.
 */
final class HeaderValues {

	private static final int NANOS = 9;

	/** Without an exponent, which could ask for a number of any size. */
	private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

	private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx",
			Locale.ROOT);

	private HeaderValues() {
	}

	/** Reads a number by one of the parsers of {@code java.lang}. */
	static <T> @Nullable T number(@Nullable String value, Function<String, T> parser) {
		if (value == null || value.isBlank()) {
			return null;
		}
		try {
			return parser.apply(value.strip());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	static @Nullable Boolean truth(@Nullable String value) {
		if (value == null) {
			return null;
		}
		return switch (value.strip().toLowerCase(Locale.ROOT)) {
			case "yes", "true", "on", "1", "enabled" -> Boolean.TRUE;
			case "no", "false", "off", "0", "disabled" -> Boolean.FALSE;
			default -> null;
		};
	}

	/** Reads seconds, perhaps with a fraction. */
	static @Nullable Duration seconds(@Nullable String value) {
		BigDecimal seconds = decimal(value);
		return (seconds != null) ? Duration.ofSeconds(whole(seconds), nanos(seconds)) : null;
	}

	static @Nullable Duration milliseconds(@Nullable String value) {
		Long milliseconds = number(value, Long::valueOf);
		return (milliseconds != null) ? Duration.ofMillis(milliseconds) : null;
	}

	/** Reads hours, minutes and seconds; there may be any number of hours. */
	static @Nullable Duration clock(@Nullable String value) {
		if (value == null) {
			return null;
		}
		long seconds = 0;
		String[] parts = value.strip().split(":");
		for (String part : parts) {
			Long number = number(part, Long::valueOf);
			if (number == null) {
				return null;
			}
			seconds = seconds * 60 + number;
		}
		return (parts.length == 3) ? Duration.ofSeconds(seconds) : null;
	}

	/** Reads seconds since 1970, perhaps with a fraction; 0 stands for never. */
	static @Nullable Instant epoch(@Nullable String value) {
		BigDecimal seconds = decimal(value);
		return (seconds != null && seconds.signum() > 0) ? Instant.ofEpochSecond(whole(seconds), nanos(seconds)) : null;
	}

	/** Reads a time such as {@code 2026-11-21T02:06:35.456+0000}. */
	static @Nullable Instant instant(@Nullable String value) {
		if (value == null) {
			return null;
		}
		try {
			return OffsetDateTime.parse(value.strip(), WITH_OFFSET).toInstant();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static @Nullable BigDecimal decimal(@Nullable String value) {
		return (value != null && DECIMAL.matcher(value.strip()).matches()) ? new BigDecimal(value.strip()) : null;
	}

	private static long whole(BigDecimal seconds) {
		return seconds.setScale(0, RoundingMode.FLOOR).longValue();
	}

	private static long nanos(BigDecimal seconds) {
		return seconds.subtract(seconds.setScale(0, RoundingMode.FLOOR)).movePointRight(NANOS).longValue();
	}

}
