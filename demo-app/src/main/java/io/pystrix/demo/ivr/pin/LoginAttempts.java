package io.pystrix.demo.ivr.pin;

import java.time.OffsetDateTime;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts how often an account was tried. An attempt is taken before the PIN is looked at,
 * by a statement that also checks the limit: many calls at once have no more attempts
 * than one call after the other.
 */
@Component
class LoginAttempts {

	private final JdbcClient jdbc;

	private final PinProperties properties;

	LoginAttempts(JdbcClient jdbc, PinProperties properties) {
		this.jdbc = jdbc;
		this.properties = properties;
	}

	/**
	 * Takes an attempt.
	 * @param account the account, whether it exists or not
	 * @return whether there was one left
	 */
	boolean take(String account) {
		OffsetDateTime now = OffsetDateTime.now();
		this.jdbc.sql("delete from login_attempt where last_attempt_at <= :expired")
			.param("expired", now.minus(this.properties.lockout()))
			.update();
		return takeFurther(account, now) || takeFirst(account, now) || takeFurther(account, now);
	}

	private boolean takeFurther(String account, OffsetDateTime now) {
		return this.jdbc.sql("""
				update login_attempt set attempts = attempts + 1, last_attempt_at = :now
				where account = :account and attempts < :limit""")
			.param("now", now)
			.param("account", account)
			.param("limit", this.properties.attempts())
			.update() == 1;
	}

	private boolean takeFirst(String account, OffsetDateTime now) {
		try {
			this.jdbc.sql("insert into login_attempt (account, attempts, last_attempt_at) values (:account, 1, :now)")
				.param("account", account)
				.param("now", now)
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/**
	 * Tells whether no attempt is left.
	 */
	boolean areUsedUp(String account) {
		return this.jdbc.sql("select count(*) from login_attempt where account = :account and attempts >= :limit")
			.param("account", account)
			.param("limit", this.properties.attempts())
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Forgets the attempts, because one was right.
	 */
	void forget(String account) {
		this.jdbc.sql("delete from login_attempt where account = :account").param("account", account).update();
	}

}
