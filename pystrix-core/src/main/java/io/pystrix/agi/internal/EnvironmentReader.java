package io.pystrix.agi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.internal.Printable;

/**
 * Reads the variables that a session starts with, up to the empty line. The limits keep a
 * stranger from filling the memory.
 *
 * @since 0.1.0
 */
public final class EnvironmentReader {

	private static final int MAX_LINES = 512;

	private static final int USUAL_LINES = 32;

	private static final int MAX_BYTES = 1 << 16;

	private static final String HANGUP = "HANGUP";

	private EnvironmentReader() {
	}

	/**
	 * Reads an environment, and refuses one that is forged.
	 * @param reader where from
	 * @return the environment
	 * @throws ForgedEnvironmentException if Asterisk cannot have sent all of it
	 * @throws EnvironmentException if something else comes
	 * @throws EOFException if the other side closes before it has begun, or midway
	 * @throws IOException if reading fails
	 */
	public static AgiEnvironment read(LineReader reader) throws IOException {
		return read(reader, false);
	}

	/**
	 * Reads an environment.
	 * @param reader where from
	 * @param acceptForged whether to return a forged environment, with the names of what
	 * is forged
	 * @return the environment
	 * @throws ForgedEnvironmentException if Asterisk cannot have sent all of it, unless
	 * that is accepted
	 * @throws EnvironmentException if something else comes
	 * @throws EOFException if the other side closes before it has begun, or midway
	 * @throws IOException if reading fails
	 */
	public static AgiEnvironment read(LineReader reader, boolean acceptForged) throws IOException {
		List<String> lines = lines(reader);
		if (isForeign(lines)) {
			throw new EnvironmentException("no agi_ variables");
		}
		AgiEnvironment environment = AgiEnvironment.parse(lines);
		if (!acceptForged && !environment.forged().isEmpty()) {
			throw forged(environment, "come twice or out of place: " + String.join(", ", environment.forged()));
		}
		return environment;
	}

	/**
	 * Checks that nothing has arrived behind an environment. Asterisk sends nothing more
	 * before the first command but the notice of a hang-up, so another line is the rest
	 * of a value with an empty line, which has ended the environment before Asterisk did.
	 * Empty lines forge nothing and are skipped: a value that ends with a line feed has
	 * them. This does not wait for lines that have not arrived yet.
	 * @param environment what was read
	 * @param reader where from
	 * @throws ForgedEnvironmentException if a line has arrived
	 * @throws IOException if reading fails
	 */
	public static void checkEnd(AgiEnvironment environment, LineReader reader) throws IOException {
		while (reader.peek().startsWith("\n")) {
			reader.readLine(MAX_BYTES, Deadline.NEVER);
		}
		if (reader.hasBytes()) {
			for (String line : reader.peek().split("\n")) {
				if (!HANGUP.startsWith(line)) {
					throw forged(environment, "end too early, as another line follows: " + line);
				}
			}
		}
	}

	private static List<String> lines(LineReader reader) throws IOException {
		List<String> lines = new ArrayList<>(USUAL_LINES);
		try {
			int left = MAX_BYTES;
			while (lines.size() < MAX_LINES) {
				String line = reader.readLine(left, Deadline.NEVER);
				if (line == null) {
					throw ended(reader, lines);
				}
				if (isEnd(line, lines)) {
					return lines;
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

	// Asterisk ends its lines with a line feed alone, so a carriage return belongs to a
	// value, unless it is not Asterisk that talks
	private static boolean isEnd(String line, List<String> lines) {
		return line.isEmpty() || line.equals("\r") && (lines.isEmpty() || lines.get(0).endsWith("\r"));
	}

	private static ForgedEnvironmentException forged(AgiEnvironment environment, String what) {
		return new ForgedEnvironmentException("AGI variables of channel '" + Printable.of(environment.channel()) + "' "
				+ Printable.of(what) + " (forged by a line feed in a value such as the caller's name or an argument)");
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
