package io.pystrix.agi.fastagi;

import io.pystrix.NotForImplementation;
import io.pystrix.agi.AgiServerStatus;

/**
 * What a {@link FastAgiServer} does at one moment, and what it has done since it was
 * made. Immutable.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface FastAgiServerStatus extends AgiServerStatus {

	/**
	 * {@return how many connections were no calls}
	 */
	long failedHandshakes();

	/**
	 * Returns how many connections were no calls, in one way.
	 * @param failure why they were none
	 * @return the number of connections
	 */
	long failedHandshakes(HandshakeFailure failure);

}
