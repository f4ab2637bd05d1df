package io.pystrix.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tells the charsets in which quoting works: text is quoted as characters and read by
 * Asterisk as bytes. In Shift_JIS, Big5 or GBK the second byte of a letter may be a
 * backslash, which would take the quote behind it away.
 *
 * @since 0.1.0
 */
public final class Charsets {

	private Charsets() {
	}

	/**
	 * Checks that bytes below 128 are ASCII and nothing else.
	 * @param charset the charset
	 * @return the charset
	 * @throws IllegalArgumentException if it is another kind of charset, such as UTF-16
	 */
	public static Charset requireAscii(Charset charset) {
		if (charset != StandardCharsets.UTF_8 && !keepsAscii(charset)) {
			throw new IllegalArgumentException(
					"Charset " + charset + " writes other characters with bytes of ASCII; Asterisk would misread them");
		}
		return charset;
	}

	private static boolean keepsAscii(Charset charset) {
		if (!charset.canEncode()) {
			return false;
		}
		byte[] replacement = charset.newEncoder().replacement();
		for (char c = 0; c < Character.MIN_SURROGATE; c++) {
			byte[] bytes = String.valueOf(c).getBytes(charset);
			if (c < 128) {
				if (bytes.length != 1 || bytes[0] != c) {
					return false;
				}
			}
			else if (hasAscii(bytes) && !Arrays.equals(bytes, replacement)) {
				return false;
			}
		}
		return true;
	}

	private static boolean hasAscii(byte[] bytes) {
		for (byte b : bytes) {
			if (b >= 0) {
				return true;
			}
		}
		return false;
	}

}
