package io.pystrix.demo.ivr.pin;

import java.time.Duration;
import java.util.List;

import io.pystrix.demo.DemoApplication;
import io.pystrix.spring.boot.test.AutoConfigureAsterisk;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.agi.AgiStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.pystrix.test.agi.AgiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PinScript}: what callers hear who know their PIN, and who do not.
 */
@SpringBootTest(classes = DemoApplication.class)
@AutoConfigureAsterisk
@Timeout(120)
class PinScriptTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final List<String> REFUSED_AND_LOCKED = List.of("agent-user", "agent-pass", "agent-incorrect",
			"agent-pass", "agent-incorrect", "agent-pass", "im-sorry", "please-try-call-later");

	@Autowired
	private ObjectProvider<AgiCaller> callers;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void nobodyHasTried() {
		this.jdbc.sql("delete from login_attempt").update();
	}

	/** A caller who types an account and a PIN each time that he is asked. */
	private AgiCaller caller(String account, String... pins) {
		AgiCaller caller = this.callers.getObject().script("pin").speed(20);
		caller.pressDuring("agent-user", account + "#");
		for (String pin : pins) {
			caller.pressDuring("agent-pass", pin + "#").pressDuring("agent-incorrect", account + "#");
		}
		return caller;
	}

	@Test
	void whoKnowsThePinGoesOnInTheDialplan() {
		try (AgiCall call = caller("1001", "2580").call()) {
			assertThat(call).endsWithin(SOON)
				.hasPlayedExactly("agent-user", "agent-pass", "agent-loginok")
				.hasVariable("PIN_ACCOUNT", "1001")
				.hasEnded(AgiStatus.SUCCESS);
		}
		assertThat(attempts()).isZero();
	}

	@Test
	void anUnknownAccountAndAWrongPinHearTheSame() {
		for (String account : List.of("1001", "9999")) {
			try (AgiCall call = caller(account, "0000", "1111", "2222").call()) {
				assertThat(call).endsWithin(SOON).hasVariable("PIN_ACCOUNT", null).hasEnded(AgiStatus.HANGUP);
				assertThat(call.played()).isEqualTo(REFUSED_AND_LOCKED);
			}
		}
	}

	@Test
	void aLockedAccountTakesNotEvenTheRightPin() {
		try (AgiCall call = caller("1001", "0000", "1111", "2222").call()) {
			assertThat(call).endsWithin(SOON);
		}
		try (AgiCall call = caller("1001", "2580").call()) {
			assertThat(call).endsWithin(SOON)
				.hasPlayedExactly("agent-user", "agent-pass", "im-sorry", "please-try-call-later")
				.hasVariable("PIN_ACCOUNT", null);
		}
		try (AgiCall call = caller("1002", "1379").call()) {
			assertThat(call).as("another account").endsWithin(SOON).hasVariable("PIN_ACCOUNT", "1002");
		}
	}

	@Test
	void aLockOutPasses() {
		try (AgiCall call = caller("1001", "0000", "1111", "2222").call()) {
			assertThat(call).endsWithin(SOON);
		}
		this.jdbc.sql("update login_attempt set last_attempt_at = dateadd('minute', -5, last_attempt_at)").update();
		try (AgiCall call = caller("1001", "2580").call()) {
			assertThat(call).endsWithin(SOON).hasVariable("PIN_ACCOUNT", "1001");
		}
	}

	@Test
	void theRightPinMakesWrongOnesForgotten() {
		try (AgiCall call = caller("1001", "0000", "1111", "2580").call()) {
			assertThat(call).endsWithin(SOON).hasVariable("PIN_ACCOUNT", "1001");
		}
		assertThat(attempts()).isZero();
	}

	@Test
	void whoTypesNothingIsToldGoodbye() {
		try (AgiCall call = this.callers.getObject().script("pin").speed(100).call()) {
			assertThat(call).endsWithin(SOON).hasPlayed("goodbye").hasEnded(AgiStatus.HANGUP);
		}
		assertThat(attempts()).isZero();
	}

	@Test
	void whoHangsUpBeforeThePinHasNotTried() {
		AgiCaller caller = this.callers.getObject().script("pin").speed(20).pressDuring("agent-user", "1001#");
		try (AgiCall call = caller.whenPlaying("agent-pass").hangUp().call()) {
			assertThat(call).endsWithin(SOON).isHungUp();
		}
		assertThat(attempts()).isZero();
	}

	private int attempts() {
		return this.jdbc.sql("select count(*) from login_attempt").query(Integer.class).single();
	}

}
