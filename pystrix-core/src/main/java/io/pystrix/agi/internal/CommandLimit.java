package io.pystrix.agi.internal;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.internal.Printable;

/**
 * The longest command line that an Asterisk reads as one. Of a longer one it executes the
 * first part, and takes the rest for the next command.
 */
final class CommandLimit {

	// run_agi() in res/res_agi.c reads a line with fgets() into AGI_BUF_LEN bytes, the
	// last of which ends the text. They are 2048 in the branches 13 to 19, up to 20.15,
	// 21.10 and 22.5, and in certified releases up to 20.7 (18.9 to 18.11, 19.1 to 19.3
	// and certified-18.9-cert1 and -cert2 had 8192, the next ones had not)
	private static final int SMALL = 2047;

	// 8192 from 20.16, 21.11, 22.6 and 23.0 on, the release candidates included, in
	// certified-22.8 and in master
	private static final int LARGE = 8191;

	// main/version.c has what the file .version of a release holds, what a distribution
	// adds to it, and perhaps a flavour in parentheses: 22.10.1~dfsg+~cs6.15.60671435,
	// certified-22.8-cert4, certified/18.9-cert1. Builds of branches are called GIT-…,
	// SVN-… or UNKNOWN__…
	private static final Pattern RELEASE = Pattern.compile("(?:certified[-/])?([0-9]{1,4})\\.([0-9]{1,4})(?![0-9]).*",
			Pattern.DOTALL);

	// Of UTF-8; the other charsets that a session may have take one
	private static final int MAX_BYTES_OF_CHAR = 3;

	private CommandLimit() {
	}

	/**
	 * Returns the longest line that the Asterisk of a call reads.
	 * @param environment what Asterisk sent
	 * @return the number of bytes, with the line feed
	 */
	static int of(AgiEnvironment environment) {
		// A forged version may be the one that counts
		return (environment.forged().isEmpty() && isLarge(environment.version())) ? LARGE : SMALL;
	}

	/**
	 * Refuses a command that does not fit.
	 * @param line the command, without line end
	 * @param charset how it is sent
	 * @param environment what Asterisk sent
	 * @throws IllegalArgumentException if the line is too long
	 */
	static void check(String line, Charset charset, AgiEnvironment environment) {
		if (line.length() <= (SMALL - 1) / MAX_BYTES_OF_CHAR) {
			return;
		}
		int bytes = line.getBytes(charset).length + 1;
		int limit = of(environment);
		if (bytes > limit) {
			throw new IllegalArgumentException(String.format(Locale.ROOT,
					"%s is too long for Asterisk %s: its line has %,d bytes with the line feed, and this release reads "
							+ "at most %,d%s. Shorten the arguments, or pass the text in several parts",
					verb(line), version(environment), bytes, limit,
					(limit < LARGE) ? " (20.16, 21.11, 22.6 and 23.0 or later read 8,191)" : ""));
		}
	}

	private static boolean isLarge(String version) {
		Matcher release = RELEASE.matcher(version);
		if (!release.matches()) {
			return false;
		}
		int major = Integer.parseInt(release.group(1));
		int minor = Integer.parseInt(release.group(2));
		return switch (major) {
			case 20 -> minor >= 16;
			case 21 -> minor >= 11;
			case 22 -> minor >= 6;
			default -> major >= 23;
		};
	}

	private static String verb(String line) {
		int end = line.indexOf(" \"");
		return (end > 0) ? line.substring(0, end) : Printable.of(line);
	}

	private static String version(AgiEnvironment environment) {
		String version = environment.version();
		return version.isEmpty() ? "of an unknown release" : Printable.of(version);
	}

}
