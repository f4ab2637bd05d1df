package io.pystrix.ami;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReconnectPolicyTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	@Test
	void delayGrowsToTheLongest() {
		ReconnectPolicy policy = ReconnectPolicy.DEFAULTS.withDelays(SECOND, SECOND.multipliedBy(5)).withJitter(0);
		assertThat(policy.delay(1)).isEqualTo(SECOND);
		assertThat(policy.delay(2)).isEqualTo(SECOND.multipliedBy(2));
		assertThat(policy.delay(3)).isEqualTo(SECOND.multipliedBy(4));
		assertThat(policy.delay(4)).isEqualTo(SECOND.multipliedBy(5));
		assertThat(policy.delay(4000)).isEqualTo(SECOND.multipliedBy(5));
	}

	@Test
	void jitterTakesAPartOfTheDelayAway() {
		ReconnectPolicy policy = ReconnectPolicy.DEFAULTS.withDelays(SECOND, SECOND).withMultiplier(1);
		for (int i = 0; i < 100; i++) {
			assertThat(policy.delay(1)).isBetween(SECOND.dividedBy(2), SECOND);
		}
	}

	@Test
	void attemptsMayBeLimited() {
		ReconnectPolicy policy = ReconnectPolicy.DEFAULTS.withDelays(SECOND, SECOND)
			.withMultiplier(1)
			.withJitter(0)
			.withMaxAttempts(2);
		assertThat(policy.allows(2)).isTrue();
		assertThat(policy.allows(3)).isFalse();
		assertThat(ReconnectPolicy.DEFAULTS.allows(Integer.MAX_VALUE)).isTrue();
	}

	@Test
	void refusedCredentialsAreNotTriedAgainWithinAMinute() {
		assertThat(ReconnectPolicy.DEFAULTS.delayAfterRefusal()).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void nonsenseIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ReconnectPolicy.DEFAULTS.withDelays(SECOND, Duration.ZERO).withJitter(0));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ReconnectPolicy.DEFAULTS.withDelays(SECOND, SECOND).withMultiplier(0.5).withJitter(0));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ReconnectPolicy.DEFAULTS.withDelays(SECOND, SECOND).withMultiplier(1).withJitter(2));
		assertThatIllegalArgumentException().isThrownBy(() -> ReconnectPolicy.DEFAULTS.withDelays(SECOND, SECOND)
			.withMultiplier(1)
			.withJitter(0)
			.withMaxAttempts(-1));
	}

}
