package io.pystrix.agi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the parameters of an AGI address. Nothing in it is an error: what is not a valid
 * escape stands for itself.
 */
final class QueryString {

	private QueryString() {
	}

	static Map<String, List<String>> parse(String query) {
		if (query.isEmpty()) {
			return Map.of();
		}
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (String pair : query.split("&")) {
			int equals = pair.indexOf('=');
			String name = decode((equals < 0) ? pair : pair.substring(0, equals));
			if (!name.isEmpty()) {
				String value = (equals < 0) ? "" : decode(pair.substring(equals + 1));
				parameters.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
			}
		}
		parameters.replaceAll((name, values) -> List.copyOf(values));
		return Collections.unmodifiableMap(parameters);
	}

	private static String decode(String text) {
		if (text.indexOf('%') < 0) {
			return text.replace('+', ' ');
		}
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
		for (int i = 0; i < bytes.length; i++) {
			int escaped = (bytes[i] == '%') ? hex(bytes, i + 1) : -1;
			if (escaped >= 0) {
				decoded.write(escaped);
				i += 2;
			}
			else {
				decoded.write((bytes[i] == '+') ? ' ' : bytes[i]);
			}
		}
		return decoded.toString(StandardCharsets.UTF_8);
	}

	private static int hex(byte[] bytes, int index) {
		if (index + 1 >= bytes.length) {
			return -1;
		}
		int high = digit(bytes[index]);
		int low = digit(bytes[index + 1]);
		return (high < 0 || low < 0) ? -1 : (high << 4) + low;
	}

	// Character.digit would take the digits of other scripts as well
	private static int digit(byte b) {
		return (b > 0) ? Character.digit(b, 16) : -1;
	}

}
