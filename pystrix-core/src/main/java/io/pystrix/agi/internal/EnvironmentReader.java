package io.pystrix.agi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.pystrix.agi.AgiEnvironment;

/**
 * Reads the variables that a session starts with, up to the empty line. The limits keep a
 * stranger from filling the memory.
 */
public final class EnvironmentReader {

	private static final int MAX_LINES = 512;

	private static final int USUAL_LINES = 32;

	private static final int MAX_BYTES = 1 << 16;

	private EnvironmentReader() {
	}

	/**
	 * Reads an environment.
	 * @param reader where from
	 * @return the environment
	 * @throws EnvironmentException if something else comes
	 * @throws EOFException if the other side closes before it has begun, or midway
	 * @throws IOException if reading fails
	 */
	public static AgiEnvironment read(LineReader reader) throws IOException {
		List<String> lines = new ArrayList<>(USUAL_LINES);
		try {
			int left = MAX_BYTES;
			while (lines.size() < MAX_LINES) {
				String line = reader.readLine(left, Deadline.NEVER);
				if (line == null) {
					throw ended(reader, lines);
				}
				if (line.isEmpty() || line.equals("\r")) {
					return environment(lines);
				}
				left -= line.length();
				lines.add(line);
			}
			throw new EnvironmentException("more than " + MAX_LINES + " lines");
		}
		catch (LineTooLongException ex) {
			throw new EnvironmentException("more than " + MAX_BYTES + " bytes");
		}
	}

	private static AgiEnvironment environment(List<String> lines) throws EnvironmentException {
		if (isForeign(lines)) {
			throw new EnvironmentException("no agi_ variables");
		}
		return AgiEnvironment.parse(lines);
	}

	private static IOException ended(LineReader reader, List<String> lines) {
		boolean something = !lines.isEmpty() || reader.hasBytes();
		if (something && isForeign(lines)) {
			return new EnvironmentException("no agi_ variables before the end of the stream");
		}
		return new EOFException(something ? "closed in the midst of the environment" : "closed before the environment");
	}

	private static boolean isForeign(List<String> lines) {
		for (String line : lines) {
			if (line.strip().startsWith("agi_") && line.contains(":")) {
				return false;
			}
		}
		return true;
	}

}
