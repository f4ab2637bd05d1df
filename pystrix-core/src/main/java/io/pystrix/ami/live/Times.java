package io.pystrix.ami.live;

import java.time.Instant;

import io.pystrix.ami.AmiEvent;

/**
 * When something happened.
 */
final class Times {

	private Times() {
	}

	/** Returns Asterisk's time stamp, or the time of this computer if there is none. */
	static Instant of(AmiEvent event) {
		Instant told = event.timestamp();
		return (told != null) ? told : Instant.now();
	}

}
