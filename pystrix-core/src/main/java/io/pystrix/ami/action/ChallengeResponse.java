package io.pystrix.ami.action;

import io.pystrix.ami.message.AmiResponse;

/**
 * The answer to a {@link ChallengeAction}.
 *
 * @since 0.1.0
 */
public final class ChallengeResponse extends AmiResponse {

	public ChallengeResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * What the secret must be hashed with.
	 * @return the challenge
	 */
	public String challenge() {
		return required("Challenge");
	}

}
