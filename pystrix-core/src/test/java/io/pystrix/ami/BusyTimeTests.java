package io.pystrix.ami;

import java.time.Duration;

import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.message.AmiAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BusyTime}.
 */
class BusyTimeTests {

	private static final Duration USUAL = Duration.ofSeconds(10);

	@Test
	void aPingIsAnsweredAtOnce() {
		assertThat(of(new PingAction())).isEqualTo(USUAL);
		assertThat(BusyTime.of(AmiAction.named("PING"), Duration.ZERO, USUAL)).isZero();
	}

	@Test
	void anActionMayTakeThreeTimesAsLongAsItsCallerUsuallyWaits() {
		assertThat(of(AmiAction.named("Getvar"))).isEqualTo(Duration.ofSeconds(30));
		assertThat(BusyTime.of(AmiAction.named("Getvar"), Duration.ofMillis(5), USUAL))
			.isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void anActionMayTakeAsLongAsItsCallerWaits() {
		assertThat(BusyTime.of(AmiAction.named("Getvar"), Duration.ofHours(1), USUAL)).isEqualTo(Duration.ofHours(1));
		assertThat(BusyTime.of(AmiAction.named("Command"), Duration.ofHours(1), USUAL)).isEqualTo(Duration.ofHours(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Command", "command", "Reload", "UpdateConfig", "ModuleLoad", "DBDelTree" })
	void anActionWhoseWorkHasNoBoundMayTakeAMinute(String name) {
		assertThat(of(AmiAction.named(name))).isEqualTo(Duration.ofMinutes(1));
	}

	@ParameterizedTest
	@CsvSource({ "60000,70", "120000,130", "1000,30", "' 45000 ',55", "0,70", "-1,70", "nonsense,30",
			"99999999999,30" })
	void anOriginateTakesAsLongAsItSays(String timeout, int seconds) {
		assertThat(of(AmiAction.named("Originate").with("Timeout", timeout))).isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void anOriginateRingsHalfAMinuteUnlessItSaysOtherwise() {
		assertThat(of(AmiAction.named("originate"))).isEqualTo(Duration.ofSeconds(40));
		assertThat(of(new OriginateAction("PJSIP/100").timeout(Duration.ofMinutes(2))))
			.isEqualTo(Duration.ofSeconds(130));
	}

	@ParameterizedTest
	@CsvSource({ "true,30", "Yes,30", "1,30", "on,30", "t,30", "false,130", "2,130", "'',130" })
	void anAsynchronousOriginateDoesNotKeepAsteriskBusy(String async, int seconds) {
		AmiAction<?> action = AmiAction.named("Originate").with("Timeout", "120000").with("Async", async);
		assertThat(of(action)).isEqualTo(Duration.ofSeconds(seconds));
	}

	private static Duration of(AmiAction<?> action) {
		return BusyTime.of(action, USUAL, USUAL);
	}

}
