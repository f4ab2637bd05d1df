package io.pystrix.ami.live;

import java.time.Duration;

import io.pystrix.ami.event.ContactState;
import org.jspecify.annotations.Nullable;

/**
 * A contact of a PJSIP endpoint at one moment: where it can be reached.
 *
 * @param uri the address
 * @param endpoint the name of the endpoint, may be empty
 * @param status whether it can be reached, {@code null} if not known
 * @param roundTrip how long the last check took, {@code null} if there was none
 */
public record LiveContact(String uri, String endpoint, @Nullable ContactState status,
		@Nullable Duration roundTrip) implements LiveObject {

	@Override
	public String id() {
		return id(this.uri, this.endpoint);
	}

	static String id(String uri, String endpoint) {
		return endpoint + '\n' + uri;
	}

}
