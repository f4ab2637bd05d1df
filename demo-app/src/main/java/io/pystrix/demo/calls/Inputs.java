package io.pystrix.demo.calls;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Looks at what people send, before Asterisk does.
 */
final class Inputs {

	private static final Pattern EXTENSION = Pattern.compile("[0-9A-Za-z_*#+-]{1,32}");

	private Inputs() {
	}

	static String extension(String name, @Nullable String value) {
		return require(EXTENSION, value, "'" + name + "' must be 1 to 32 letters, digits and _*#+-");
	}

	static String require(Pattern pattern, @Nullable String value, String message) {
		if (value == null || !pattern.matcher(value).matches()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
		}
		return value;
	}

}
