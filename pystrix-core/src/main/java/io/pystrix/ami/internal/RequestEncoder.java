package io.pystrix.ami.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/**
 * Makes the bytes of one request, within the limits of Asterisk's parser: it cuts or
 * splits what is longer, so what is longer is refused here.
 *
 * @since 0.1.0
 */
public final class RequestEncoder {

	/**
	 * Without the line end: inbuf of main/manager.c has 1024 bytes for a line with it,
	 * from 13 to 23.
	 */
	private static final int MAX_LINE = 1022;

	/** AST_MAX_MANHEADERS of include/asterisk/manager.h, from 13 to 23. */
	private static final int MAX_HEADERS = 128;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

	private final Charset charset;

	private int headers;

	public RequestEncoder(Charset charset) {
		this.charset = charset;
	}

	/**
	 * Adds a header.
	 * @param name the name
	 * @param value the value
	 * @throws IllegalArgumentException if the name or value would break out of its line,
	 * or the line or the request is too long for Asterisk
	 */
	public void header(String name, String value) {
		checkName(name);
		checkValue(name, value);
		byte[] line = (name + ": " + value).getBytes(this.charset);
		if (line.length > MAX_LINE) {
			throw new IllegalArgumentException("Header '" + name + "' makes a line of " + line.length
					+ " bytes; Asterisk takes " + MAX_LINE + " at most");
		}
		if (++this.headers > MAX_HEADERS) {
			throw new IllegalArgumentException("An action may have " + MAX_HEADERS + " headers at most");
		}
		checkBytes(name, line);
		this.out.write(line, 0, line.length);
		end();
	}

	/** A charset may make line ends of harmless characters: UTF-16 does. */
	private static void checkBytes(String name, byte[] line) {
		for (byte value : line) {
			if (value == '\r' || value == '\n' || value == 0) {
				throw new IllegalArgumentException("The charset makes CR, LF or NUL of header '" + name + "'");
			}
		}
	}

	/**
	 * Ends the request.
	 * @return its bytes
	 */
	public byte[] finish() {
		end();
		return this.out.toByteArray();
	}

	private void end() {
		this.out.write('\r');
		this.out.write('\n');
	}

	/**
	 * Checks the name of a header.
	 * @param name the name
	 * @throws IllegalArgumentException if it is empty or holds a colon, white space, CR,
	 * LF or NUL
	 */
	public static void checkName(String name) {
		if (name.isEmpty()) {
			throw new IllegalArgumentException("The name of a header must not be empty");
		}
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c == ':' || c <= ' ') {
				throw new IllegalArgumentException(
						"The name of a header must not hold a colon, white space or a control character");
			}
		}
	}

	/**
	 * Checks the value of a header.
	 * @param name the name of the header, for the message
	 * @param value the value; it is not repeated in the message, as it may be a secret
	 * @throws IllegalArgumentException if it holds CR, LF or NUL
	 */
	public static void checkValue(String name, String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '\r' || c == '\n' || c == '\0') {
				throw new IllegalArgumentException("The value of header '" + name + "' must not hold CR, LF or NUL");
			}
		}
	}

}
