package io.pystrix.agi.async;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Undoes the encoding of texts in AsyncAGI events. It is no form encoding: a plus sign
 * stands for itself.
 */
final class PercentDecoder {

	private PercentDecoder() {
	}

	static String decode(String text, Charset charset) {
		byte[] encoded = text.getBytes(StandardCharsets.ISO_8859_1);
		ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
		for (int i = 0; i < encoded.length; i++) {
			int value = (encoded[i] == '%' && i + 2 < encoded.length) ? hex(encoded[i + 1], encoded[i + 2]) : -1;
			decoded.write((value >= 0) ? value : encoded[i]);
			i += (value >= 0) ? 2 : 0;
		}
		return decoded.toString(charset);
	}

	private static int hex(byte high, byte low) {
		int value = Character.digit(high, 16) << 4 | Character.digit(low, 16);
		return (value <= 0xff) ? value : -1;
	}

}
