package io.pystrix.demo.ivr.pin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Decides who may log in. May be called from any thread.
 */
@Service
class PinLogin {

	private static final Logger logger = LoggerFactory.getLogger(PinLogin.class);

	// Of a text that nobody knows: an account that does not exist takes as long as a
	// wrong PIN
	private static final String NOBODY = "{bcrypt}$2a$10$lBBv44caIoJNtEBVv6hQxuBlUR9uo8svuQ8QlH74OtJAiTAvQSKoy";

	private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

	private final Subscribers subscribers;

	private final LoginAttempts attempts;

	PinLogin(Subscribers subscribers, LoginAttempts attempts) {
		this.subscribers = subscribers;
		this.attempts = attempts;
	}

	/**
	 * Checks a PIN.
	 * @param account the account that the caller has typed
	 * @param pin the PIN that the caller has typed
	 * @return what came of it
	 */
	LoginResult logIn(String account, String pin) {
		if (!this.attempts.take(account)) {
			return LoginResult.LOCKED;
		}
		String hash = this.subscribers.findById(account).map(Subscriber::pinHash).orElse(NOBODY);
		if (this.encoder.matches(pin, hash)) {
			this.attempts.forget(account);
			return LoginResult.GRANTED;
		}
		if (!this.attempts.areUsedUp(account)) {
			return LoginResult.REFUSED;
		}
		logger.warn("Account {} is locked", account);
		return LoginResult.LOCKED;
	}

}
