package io.pystrix.ami;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReconnectPolicyTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	@Test
	void delayGrowsToTheLongest() {
		ReconnectPolicy policy = new ReconnectPolicy(SECOND, SECOND.multipliedBy(5), 2, 0, 0);
		assertThat(policy.delay(1)).isEqualTo(SECOND);
		assertThat(policy.delay(2)).isEqualTo(SECOND.multipliedBy(2));
		assertThat(policy.delay(3)).isEqualTo(SECOND.multipliedBy(4));
		assertThat(policy.delay(4)).isEqualTo(SECOND.multipliedBy(5));
		assertThat(policy.delay(4000)).isEqualTo(SECOND.multipliedBy(5));
	}

	@Test
	void jitterTakesAPartOfTheDelayAway() {
		ReconnectPolicy policy = new ReconnectPolicy(SECOND, SECOND, 1, 0.5, 0);
		for (int i = 0; i < 100; i++) {
			assertThat(policy.delay(1)).isBetween(SECOND.dividedBy(2), SECOND);
		}
	}

	@Test
	void attemptsMayBeLimited() {
		ReconnectPolicy policy = new ReconnectPolicy(SECOND, SECOND, 1, 0, 2);
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
		assertThatIllegalArgumentException().isThrownBy(() -> new ReconnectPolicy(SECOND, Duration.ZERO, 2, 0, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new ReconnectPolicy(SECOND, SECOND, 0.5, 0, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new ReconnectPolicy(SECOND, SECOND, 1, 2, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new ReconnectPolicy(SECOND, SECOND, 1, 0, -1));
	}

}
