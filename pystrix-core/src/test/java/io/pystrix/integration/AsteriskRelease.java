package io.pystrix.integration;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The number of an Asterisk: {@code 16.28.0~dfsg-0+deb11u4} and
 * {@code certified-18.9-cert4} count as 16.28 and 18.9, a build of a branch
 * ({@code GIT-22-1a2b3c}) as the newest of that branch. A text without a number, such as
 * {@code GIT-master-1a2b3c}, is newer than all releases.
 */
record AsteriskRelease(int major, int minor) implements Comparable<AsteriskRelease> {

	private static final Pattern RELEASE = Pattern.compile("(?:certified[-/])?(\\d+)\\.(\\d+).*");

	private static final Pattern BRANCH = Pattern.compile("GIT-(\\d+)-.*");

	static AsteriskRelease parse(String text) {
		Matcher release = RELEASE.matcher(text);
		if (release.matches()) {
			return new AsteriskRelease(Integer.parseInt(release.group(1)), Integer.parseInt(release.group(2)));
		}
		Matcher branch = BRANCH.matcher(text);
		return new AsteriskRelease(branch.matches() ? Integer.parseInt(branch.group(1)) : Integer.MAX_VALUE,
				Integer.MAX_VALUE);
	}

	/**
	 * Whether this release has what came with those releases. The one of the same branch
	 * decides; a branch that is not among them has it if it is newer than all of them.
	 * @param first such as {@code 20.16}, {@code 21.11}, {@code 22.6} for a change that
	 * went into three branches
	 */
	boolean isFrom(String... first) {
		List<AsteriskRelease> releases = Stream.of(first).map(AsteriskRelease::parse).sorted().toList();
		return releases.stream()
			.filter((release) -> release.major == this.major)
			.findFirst()
			.or(() -> Stream.of(releases.get(releases.size() - 1)).findFirst())
			.filter((release) -> compareTo(release) >= 0)
			.isPresent();
	}

	@Override
	public int compareTo(AsteriskRelease other) {
		return Comparator.comparingInt(AsteriskRelease::major)
			.thenComparingInt(AsteriskRelease::minor)
			.compare(this, other);
	}

	@Override
	public String toString() {
		return this.major + "." + this.minor;
	}

}
