package io.pystrix.integration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AsteriskReleaseTests {

	@ParameterizedTest
	@CsvSource({ "16.28.0~dfsg-0+deb11u4, 16, 28", "22.10.1+dfsg+~cs6.17.60671434-1, 22, 10", "20.16, 20, 16",
			"certified-22.8-cert4, 22, 8", "certified/18.9-cert1, 18, 9", "GIT-22-1a2b3c, 22, 2147483647",
			"GIT-master-1a2b3c, 2147483647, 2147483647", "'', 2147483647, 2147483647" })
	void theNumberCounts(String text, int major, int minor) {
		assertThat(AsteriskRelease.parse(text)).isEqualTo(new AsteriskRelease(major, minor));
	}

	@ParameterizedTest
	@CsvSource({ "16.28.0, false", "18.0.0, true", "18.26.4, true", "22.10.1, true", "GIT-18-1a2b3c, true" })
	void oneReleaseHoldsForAllThatAreNewer(String text, boolean expected) {
		assertThat(AsteriskRelease.parse(text).isFrom("18.0")).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "16.28.0, false", "18.26.4, false", "20.15.2, false", "20.16.0, true", "21.10.0, false",
			"21.11.0, true", "22.5.2, false", "22.6.0, true", "23.0.0, true", "certified-22.8-cert4, true",
			"certified-20.7-cert11, false" })
	void aChangeInSeveralBranchesIsDecidedByTheOwnBranch(String text, boolean expected) {
		assertThat(AsteriskRelease.parse(text).isFrom("22.6", "20.16", "21.11")).isEqualTo(expected);
	}

	@Test
	void aBranchBetweenTwoOthersDoesNotHaveIt() {
		assertThat(AsteriskRelease.parse("21.9.0").isFrom("20.16", "22.6")).isFalse();
	}

}
