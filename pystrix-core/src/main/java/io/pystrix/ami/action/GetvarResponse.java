package io.pystrix.ami.action;

import io.pystrix.ami.message.AmiResponse;

/**
 * The answer to a {@link GetvarAction}.
 *
 * @since 0.1.0
 */
public final class GetvarResponse extends AmiResponse {

	public GetvarResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * The value of the variable, which Asterisk cuts at 1023 bytes.
	 * @return the value; empty if the variable is not set, which Asterisk does not tell
	 * from an empty one
	 */
	public String value() {
		return required("Value");
	}

}
