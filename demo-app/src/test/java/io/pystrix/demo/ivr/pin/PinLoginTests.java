package io.pystrix.demo.ivr.pin;

import java.util.List;

import io.pystrix.demo.DemoApplication;
import io.pystrix.demo.ivr.AtOnce;
import io.pystrix.spring.boot.test.AutoConfigureAsterisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PinLogin} under many calls at once.
 */
@SpringBootTest(classes = DemoApplication.class)
@AutoConfigureAsterisk
@Timeout(120)
class PinLoginTests {

	@Autowired
	private PinLogin login;

	@Autowired
	private Subscribers subscribers;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void nobodyHasTried() {
		this.jdbc.sql("delete from login_attempt").update();
	}

	@Test
	void manyCallsAtOnceHaveNoMoreAttemptsThanOne() throws Exception {
		List<LoginResult> results = AtOnce.run(() -> this.login.logIn("1001", "0000"));
		assertThat(results).doesNotContain(LoginResult.GRANTED);
		assertThat(results.stream().filter((result) -> result == LoginResult.REFUSED)).hasSizeLessThanOrEqualTo(2);
		assertThat(this.jdbc.sql("select attempts from login_attempt").query(Integer.class).single()).isEqualTo(3);
		assertThat(this.login.logIn("1001", "2580")).isEqualTo(LoginResult.LOCKED);
	}

	@Test
	void manyCallsAtOnceToUnknownAccountsEndAsWell() throws Exception {
		assertThat(AtOnce.run(() -> this.login.logIn("9999", "0000"))).contains(LoginResult.LOCKED)
			.doesNotContain(LoginResult.GRANTED);
	}

	@Test
	void hashesAreNotInLogs() {
		assertThat(this.subscribers.findById("1001").orElseThrow()).hasToString("Subscriber[1001]");
	}

}
