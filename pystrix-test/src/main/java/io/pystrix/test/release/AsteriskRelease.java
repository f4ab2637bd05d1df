package io.pystrix.test.release;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A release of Asterisk, for a fake Asterisk to play with its limits and habits.
 * <pre class="code">
 * AgiCaller.to(server.address()).release(AsteriskRelease.V16)
 * AmiSimulator.builder().release(AsteriskRelease.of("20.15.2"))
 * </pre>
 * <p>
 * Releases of one branch differ: the constants are those that the table of habits was
 * checked with, {@link #of(String)} takes any other. Immutable.
 *
 * @since 0.1.0
 */
public final class AsteriskRelease implements Comparable<AsteriskRelease> {

	private static final int OLDEST = 13;

	/** Packagers and certified releases put text around the number. */
	private static final Pattern NUMBER = Pattern
		.compile("(?:certified[-/])?(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.(\\d{1,4}))?" + "(?:[^\\d.].*)?");

	/** The last release of Asterisk 13, 13.38.3. */
	public static final AsteriskRelease V13 = new AsteriskRelease("13.38.3");

	/** Asterisk 16.28.0, which Debian 11 has. */
	public static final AsteriskRelease V16 = new AsteriskRelease("16.28.0");

	/** The last release of Asterisk 18, 18.26.4. */
	public static final AsteriskRelease V18 = new AsteriskRelease("18.26.4");

	/** Asterisk 20.20.1. */
	public static final AsteriskRelease V20 = new AsteriskRelease("20.20.1");

	/** Asterisk 22.10.1, which is played by default. */
	public static final AsteriskRelease V22 = new AsteriskRelease("22.10.1");

	/** Asterisk 23.4.1. */
	public static final AsteriskRelease V23 = new AsteriskRelease("23.4.1");

	private static final List<AsteriskRelease> CONSTANTS = List.of(V13, V16, V18, V20, V22, V23);

	private static final Comparator<AsteriskRelease> ORDER = Comparator
		.<AsteriskRelease>comparingInt((release) -> release.major)
		.thenComparingInt((release) -> release.minor)
		.thenComparingInt((release) -> release.patch);

	private final String version;

	private final int major;

	private final int minor;

	private final int patch;

	private AsteriskRelease(String version) {
		Matcher matcher = NUMBER.matcher(version);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(
					"Invalid Asterisk version \"" + version + "\": use a number such as 20.15.2");
		}
		this.version = version;
		this.major = Integer.parseInt(matcher.group(1));
		this.minor = number(matcher.group(2));
		this.patch = number(matcher.group(3));
		if (this.major < OLDEST) {
			throw new IllegalArgumentException(
					"Unsupported Asterisk version \"" + version + "\": 13 is the oldest release that can be played");
		}
	}

	private static int number(@Nullable String digits) {
		return (digits != null) ? Integer.parseInt(digits) : 0;
	}

	/**
	 * Returns a release.
	 * @param version its version, for example {@code 20.15.2}; what packagers add, as in
	 * {@code 16.28.0~dfsg-0+deb11u4}, and a leading {@code certified-} are kept for the
	 * texts that show a version. A branch alone, such as {@code 16}, stands for the
	 * constant of that branch, or for its first release if there is no constant.
	 * @return the release
	 * @throws IllegalArgumentException if this is no version, or one before 13
	 */
	public static AsteriskRelease of(String version) {
		Objects.requireNonNull(version, "version");
		for (AsteriskRelease constant : CONSTANTS) {
			if (version.equals(Integer.toString(constant.major))) {
				return constant;
			}
		}
		return new AsteriskRelease(version);
	}

	/**
	 * The version as Asterisk shows it, such as in {@code agi_version}.
	 * @return the text that the release was made of
	 */
	public String version() {
		return this.version;
	}

	/**
	 * The number of the branch.
	 * @return the first number of the version
	 */
	public int major() {
		return this.major;
	}

	/**
	 * Returns whether this release has a habit.
	 * @param habit the habit
	 * @return {@code true} if it has
	 */
	public boolean has(Habit habit) {
		return habit.isOf(this);
	}

	/**
	 * Returns whether this release has what came with other releases. A fix goes to
	 * several branches at a time, so each branch has a first release of its own.
	 * @param firsts the first release of each branch that it came to, oldest branch
	 * first; every branch after the last one has it too, any other branch has not
	 * @return {@code true} if it has
	 */
	public boolean isSince(List<AsteriskRelease> firsts) {
		for (AsteriskRelease first : firsts) {
			if (first.major == this.major) {
				return compareTo(first) >= 0;
			}
		}
		return !firsts.isEmpty() && this.major > firsts.get(firsts.size() - 1).major;
	}

	/**
	 * The version of the manager interface, which its greeting and {@code CoreSettings}
	 * show.
	 * @return for example {@code 11.0.0}
	 */
	public String amiVersion() {
		return AmiVersions.of(this);
	}

	/**
	 * The longest AGI command that is read in one go.
	 * @return in bytes, the line feed included
	 */
	public int agiLineLimit() {
		// AGI_BUF_LEN - 1 in res/res_agi.c: fgets() leaves room for a NUL
		return has(Habit.AGI_LONG_LINES) ? 8191 : 2047;
	}

	@Override
	public int compareTo(AsteriskRelease other) {
		return ORDER.compare(this, other);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof AsteriskRelease release && this.version.equals(release.version);
	}

	@Override
	public int hashCode() {
		return this.version.hashCode();
	}

	@Override
	public String toString() {
		return "Asterisk " + this.version;
	}

}
