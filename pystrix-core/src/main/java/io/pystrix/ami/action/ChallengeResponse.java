package io.pystrix.ami.action;

import io.pystrix.ami.AmiHeaders;
import io.pystrix.ami.AmiResponse;

/**
 * The answer to a {@link ChallengeAction}.
 */
public final class ChallengeResponse extends AmiResponse {

	public ChallengeResponse(AmiHeaders headers) {
		super(headers);
	}

	/**
	 * What the secret must be hashed with.
	 * @return the challenge
	 */
	public String challenge() {
		return required("Challenge");
	}

}
