package io.pystrix.agi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.pystrix.agi.AgiEnvironment;

/**
 * Reads the variables that a session starts with, up to the empty line. Lines without a
 * colon are passed over; the limits keep a stranger from filling the memory.
 */
public final class EnvironmentReader {

	private static final int MAX_LINES = 512;

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
		Map<String, String> variables = new LinkedHashMap<>();
		try {
			int left = MAX_BYTES;
			for (int count = 0; count < MAX_LINES; count++) {
				String line = reader.readLine(left, Deadline.NEVER);
				if (line == null) {
					throw ended(reader, count, variables);
				}
				if (line.isEmpty() || line.equals("\r")) {
					return environment(variables);
				}
				left -= line.length();
				add(line, variables);
			}
			throw new EnvironmentException("more than " + MAX_LINES + " lines");
		}
		catch (LineTooLongException ex) {
			throw new EnvironmentException("more than " + MAX_BYTES + " bytes");
		}
	}

	private static void add(String line, Map<String, String> variables) {
		int colon = line.indexOf(':');
		String name = (colon > 0) ? line.substring(0, colon).strip() : "";
		if (!name.isEmpty()) {
			variables.put(name, line.substring(colon + 1).strip());
		}
	}

	private static AgiEnvironment environment(Map<String, String> variables) throws EnvironmentException {
		if (isForeign(variables)) {
			throw new EnvironmentException("no agi_ variables");
		}
		return AgiEnvironment.of(variables);
	}

	private static IOException ended(LineReader reader, int count, Map<String, String> variables) {
		boolean something = count > 0 || reader.hasBytes();
		if (something && isForeign(variables)) {
			return new EnvironmentException("no agi_ variables before the end of the stream");
		}
		return new EOFException(something ? "closed in the midst of the environment" : "closed before the environment");
	}

	private static boolean isForeign(Map<String, String> variables) {
		return variables.keySet().stream().noneMatch((name) -> name.startsWith("agi_"));
	}

}
