package io.pystrix.demo.ivr.pin;

import org.springframework.data.annotation.Id;

/**
 * Somebody who may log in.
 *
 * @param account the number of the account
 * @param pinHash the PIN as a password encoder has it
 */
record Subscriber(@Id String account, String pinHash) {

	@Override
	public String toString() {
		return "Subscriber[" + this.account + "]";
	}

}
