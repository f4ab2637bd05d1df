package io.pystrix.test.release;

import java.util.List;

/**
 * The versions of the manager interface: {@code AMI_VERSION} in
 * include/asterisk/manager.h of every release from 13.0.0 to 23.4.1.
 */
final class AmiVersions {

	private static final List<Step> STEPS = List.of(step("13.0", "2.5.0"), step("13.1", "2.6.0"), step("13.2", "2.7.0"),
			step("13.5", "2.8.0"), step("13.13", "2.9.0"), step("13.15", "2.10.0"), step("13.18", "2.10.2"),
			step("13.19", "2.10.3"), step("13.20", "2.10.4"), step("13.26", "2.10.5"), step("13.35", "2.10.6"),
			step("16.0", "5.0.0"), step("16.3", "5.0.1"), step("16.12", "5.0.2"), step("16.17", "5.0.3"),
			step("16.25", "5.0.4"), step("16.29", "5.0.5"), step("18.0", "7.0.0"), step("18.3", "7.0.1"),
			step("18.11", "7.0.2"), step("18.15", "7.0.3"), step("20.0", "9.0.0"), step("21.0", "10.0.0"),
			step("22.0", "11.0.0"), step("23.0", "12.0.0"));

	private AmiVersions() {
	}

	private static Step step(String release, String version) {
		return new Step(AsteriskRelease.of(release), version);
	}

	static String of(AsteriskRelease release) {
		String version = "";
		for (Step step : STEPS) {
			if (step.first.compareTo(release) <= 0) {
				version = step.version;
			}
		}
		return version;
	}

	private record Step(AsteriskRelease first, String version) {

	}

}
