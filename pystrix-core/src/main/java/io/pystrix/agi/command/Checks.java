package io.pystrix.agi.command;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiDatabaseException;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.DtmfInterrupt;
import org.jspecify.annotations.Nullable;

/**
 * What commands have in common in checking arguments and results.
 */
final class Checks {

	private Checks() {
	}

	static String keys(String keys) {
		for (int i = 0; i < keys.length(); i++) {
			if ("0123456789*#ABCDabcd".indexOf(keys.charAt(i)) < 0) {
				throw new IllegalArgumentException("Not keys of a telephone: '" + keys + "'");
			}
		}
		return keys;
	}

	static long notNegative(String what, long value) {
		if (value < 0) {
			throw new IllegalArgumentException("Negative " + what + ": " + value);
		}
		return value;
	}

	// Rounded up, as less than a millisecond must not become the zero that means for ever
	static int millis(Duration time) {
		Duration rounded = time.plusNanos(999_999);
		if (time.isNegative() || rounded.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0) {
			throw new IllegalArgumentException("Asterisk cannot wait for " + time);
		}
		return (int) rounded.toMillis();
	}

	static String notEmpty(String what, String value) {
		if (value.isEmpty()) {
			throw new IllegalArgumentException("No " + what);
		}
		return value;
	}

	// Asterisk ignores or refuses whatever follows, so the arguments have to be one word
	static @Nullable String joined(@Nullable String... arguments) {
		if (arguments.length == 0) {
			return null;
		}
		StringBuilder joined = new StringBuilder();
		for (int i = 0; i < arguments.length; i++) {
			joined.append((i > 0) ? "," : "").append((arguments[i] != null) ? arguments[i] : "");
		}
		return joined.toString();
	}

	static AgiReply accepted(AgiReply reply) {
		if (!"1".equals(reply.result())) {
			throw failure(reply);
		}
		return reply;
	}

	static AgiReply stored(AgiReply reply) {
		if (!"1".equals(reply.result())) {
			throw databaseFailure(reply);
		}
		return reply;
	}

	static AgiReply succeeded(AgiReply reply) {
		if (reply.result().startsWith("-")) {
			throw failure(reply);
		}
		return reply;
	}

	static char key(AgiReply reply) {
		int code = succeeded(reply).resultAsInt();
		if (code <= 0 || code > Character.MAX_VALUE) {
			throw failure(reply);
		}
		return (char) code;
	}

	static Optional<DtmfInterrupt> interrupt(AgiReply reply) {
		if ("0".equals(reply.result())) {
			return Optional.empty();
		}
		return Optional.of(new DtmfInterrupt(key(reply), reply.itemAsLong("endpos")));
	}

	static AgiDatabaseException databaseFailure(AgiReply reply) {
		return new AgiDatabaseException("Asterisk's database could not do it: '" + reply.text() + "'", reply.items());
	}

	static AgiApplicationException failure(AgiReply reply) {
		return new AgiApplicationException("Asterisk could not do it: '" + reply.text() + "'", reply.items());
	}

}
