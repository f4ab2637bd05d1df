package io.pystrix.test.pbx;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.pystrix.test.release.AsteriskRelease;

/**
 * Where the simulator does not do what a release does, scenario by scenario, with the
 * reason. Nothing else may differ.
 */
enum KnownDifference {

	/**
	 * The caller's channel hangs up the one it has dialled with its own cause, 17 for a
	 * channel that hung up while it rang none; Asterisk 22 leaves the cause to the
	 * bridge. Seen on 16.28.0.
	 */
	CAUSE_OF_THE_DIALLED(Scenario.DIAL_CALLER_HANGS_UP, 16, "^(?:any order: |channel )Local/wait#1;[12],.*"),

	/**
	 * A channel that is redirected to a place that does not exist says that it is there
	 * already when it hangs up. Seen on 16.28.0.
	 */
	PLACE_OF_THE_LOST(Scenario.REDIRECT_ONE, 16, "^channel Local/wait#0;1,.*SoftHangupRequest.*");

	private final Scenario scenario;

	private final int major;

	private final Pattern difference;

	KnownDifference(Scenario scenario, int major, String difference) {
		this.scenario = scenario;
		this.major = major;
		this.difference = Pattern.compile(difference, Pattern.DOTALL);
	}

	/**
	 * Leave out of the differences those that are known.
	 */
	static List<String> unknown(Scenario scenario, AsteriskRelease release, List<String> differences) {
		Predicate<String> known = (difference) -> Arrays.stream(values())
			.filter((one) -> one.scenario == scenario && one.major == release.major())
			.anyMatch((one) -> one.difference.matcher(difference).matches());
		return differences.stream().filter(known.negate()).toList();
	}

}
