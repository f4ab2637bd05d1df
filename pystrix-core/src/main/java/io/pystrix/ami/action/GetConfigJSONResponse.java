package io.pystrix.ami.action;

import io.pystrix.ami.message.AmiResponse;

/**
 * The answer to a {@link GetConfigJSONAction}.
 *
 * @since 0.1.0
 */
public final class GetConfigJSONResponse extends AmiResponse {

	public GetConfigJSONResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * The file as JSON. An option that the file has several times is there several times,
	 * of which parsers keep one.
	 * @return the text
	 */
	public String json() {
		return required("JSON");
	}

}
