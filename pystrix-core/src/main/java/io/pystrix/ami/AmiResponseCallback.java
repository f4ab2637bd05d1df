package io.pystrix.ami;

import io.pystrix.ami.message.AmiResponse;

/**
 * Is given responses that nobody waits for: late ones, second ones, and what else
 * Asterisk says without being asked.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AmiResponseCallback {

	/**
	 * A response came that nobody waits for.
	 * @param response the response
	 * @param manager the manager that it came to
	 * @throws Exception anything; it is logged
	 */
	void onResponse(AmiResponse response, Manager manager) throws Exception;

}
