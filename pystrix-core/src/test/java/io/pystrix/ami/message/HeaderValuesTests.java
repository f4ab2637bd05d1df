package io.pystrix.ami.message;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderValuesTests {

	@Test
	void durationsComeInThreeForms() {
		assertThat(HeaderValues.seconds("3.000000")).isEqualTo(Duration.ofSeconds(3));
		assertThat(HeaderValues.seconds(" 45 ")).isEqualTo(Duration.ofSeconds(45));
		assertThat(HeaderValues.seconds("-0.5")).isEqualTo(Duration.ofMillis(-500));
		assertThat(HeaderValues.milliseconds("73")).isEqualTo(Duration.ofMillis(73));
		assertThat(HeaderValues.clock("100:00:11")).isEqualTo(Duration.ofHours(100).plusSeconds(11));
	}

	@Test
	void timesComeInTwoForms() {
		assertThat(HeaderValues.epoch("1795226452.643931")).isEqualTo(Instant.ofEpochSecond(1795226452, 643931000));
		assertThat(HeaderValues.epoch("0")).as("never").isNull();
		assertThat(HeaderValues.instant("2026-11-21T02:06:35.456+0000"))
			.isEqualTo(Instant.parse("2026-11-21T02:06:35.456Z"));
		assertThat(HeaderValues.instant("2026-11-21T02:06:35.456+0130"))
			.isEqualTo(Instant.parse("2026-11-21T00:36:35.456Z"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(
			strings = { "", " ", "N/A", "<unknown>", "1e999999999", "NaN", "99999999999999999999", "a:b:c", "1:2" })
	void whatIsNoValueIsAbsent(String value) {
		assertThat(HeaderValues.seconds(value)).isNull();
		assertThat(HeaderValues.milliseconds(value)).isNull();
		assertThat(HeaderValues.clock(value)).isNull();
		assertThat(HeaderValues.epoch(value)).isNull();
		assertThat(HeaderValues.instant(value)).isNull();
		assertThat(HeaderValues.truth(value)).isNull();
		Integer number = HeaderValues.number(value, Integer::valueOf);
		assertThat(number).isNull();
	}

}
