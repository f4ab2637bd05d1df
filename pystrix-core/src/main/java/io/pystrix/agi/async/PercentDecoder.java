package io.pystrix.agi.async;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Undoes the encoding of texts in AsyncAGI events. It is no form encoding: a plus sign
 * stands for itself. So does an escape that makes no sense.
 */
final class PercentDecoder {

	private PercentDecoder() {
	}

	static byte[] decode(String text) {
		// What Asterisk encoded is ASCII
		byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
		for (int i = 0; i < encoded.length; i++) {
			int value = (encoded[i] == '%' && i + 2 < encoded.length) ? hex(encoded[i + 1], encoded[i + 2]) : -1;
			decoded.write((value >= 0) ? value : encoded[i]);
			i += (value >= 0) ? 2 : 0;
		}
		return decoded.toByteArray();
	}

	private static int hex(byte high, byte low) {
		int left = Character.digit(high, 16);
		int right = Character.digit(low, 16);
		return (left < 0 || right < 0) ? -1 : left << 4 | right;
	}

}
