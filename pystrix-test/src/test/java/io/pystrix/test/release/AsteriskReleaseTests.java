package io.pystrix.test.release;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AsteriskRelease} and the table of {@link Habit habits}.
 */
class AsteriskReleaseTests {

	@ParameterizedTest
	@CsvSource({ "13.38.3, 2047, 2.10.6", "16.28.0, 2047, 5.0.4", "18.26.4, 2047, 7.0.3", "20.15.2, 2047, 9.0.0",
			"20.16.0, 8191, 9.0.0", "21.10.0, 2047, 10.0.0", "21.11.0, 8191, 10.0.0", "22.5.2, 2047, 11.0.0",
			"22.6.0, 8191, 11.0.0", "22.10.1~dfsg+~cs6.17-1, 8191, 11.0.0", "23.0.0, 8191, 12.0.0",
			"24.0.0, 8191, 12.0.0", "certified-22.8-cert4, 8191, 11.0.0", "certified-20.7-cert11, 2047, 9.0.0",
			"13.0.0, 2047, 2.5.0", "16.30.1, 2047, 5.0.5" })
	void limitsAndVersions(String version, int line, String ami) {
		AsteriskRelease release = AsteriskRelease.of(version);
		assertThat(release.agiLineLimit()).isEqualTo(line);
		assertThat(release.amiVersion()).isEqualTo(ami);
		assertThat(release.version()).isEqualTo(version);
	}

	@ParameterizedTest
	@CsvSource({ "13.0.0, ''", "13.16.0, AGI_DEAD_OR_INTERCEPTED AMI_REFUSES_WHILE_SHUTTING_DOWN AMI_ESCAPES_TEXT",
			"13.38.3, AGI_USAGE_ENDS_WITH_LINE_FEED AGI_SET_VARIABLE_COUNTS_WORDS AGI_DEAD_OR_INTERCEPTED"
					+ " AMI_REFUSES_WHILE_SHUTTING_DOWN AMI_ESCAPES_TEXT",
			"16.28.0, AGI_USAGE_ENDS_WITH_LINE_FEED AGI_SET_VARIABLE_COUNTS_WORDS AGI_DEAD_OR_INTERCEPTED"
					+ " AMI_REFUSES_WHILE_SHUTTING_DOWN AMI_KEEPS_END_OF_LONG_LINE AMI_COMMAND_OUTPUT_HEADERS"
					+ " AMI_ESCAPES_TEXT AMI_FULLY_BOOTED_UPTIME" })
	void habitsOfOldReleases(String version, String habits) {
		AsteriskRelease release = AsteriskRelease.of(version);
		String played = Arrays.stream(Habit.values())
			.filter(release::has)
			.map(Habit::name)
			.collect(Collectors.joining(" "));
		assertThat(played).isEqualTo(habits);
	}

	@Test
	void theNewestReleasesHaveEveryHabit() {
		assertThat(Habit.values()).allMatch(AsteriskRelease.V22::has);
		assertThat(Habit.values()).allMatch(AsteriskRelease.V23::has);
	}

	@Test
	void aBranchStandsForTheConstant() {
		assertThat(AsteriskRelease.of("16")).isSameAs(AsteriskRelease.V16);
		assertThat(AsteriskRelease.of("22.10.1")).isEqualTo(AsteriskRelease.V22);
		assertThat(AsteriskRelease.of("20.9.0")).isLessThan(AsteriskRelease.of("20.15.2"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "latest", "12.8.2", "16.x", "GIT-master-1a2b3c" })
	void refusesWhatIsNoRelease(String version) {
		assertThatIllegalArgumentException().isThrownBy(() -> AsteriskRelease.of(version))
			.withMessageContaining('"' + version + '"');
	}

}
