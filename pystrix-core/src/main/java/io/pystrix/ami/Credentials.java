package io.pystrix.ami;

/**
 * Who logs in.
 *
 * @param username the name of the user
 * @param secret the secret
 */
record Credentials(String username, String secret) {

	@Override
	public String toString() {
		return this.username;
	}

}
