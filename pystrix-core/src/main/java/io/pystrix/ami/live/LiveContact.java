package io.pystrix.ami.live;

import java.time.Duration;

import io.pystrix.ami.event.ContactState;
import org.jspecify.annotations.Nullable;

/**
 * A contact of a PJSIP endpoint at one moment: where it can be reached.
 *
 * @since 0.1.0
 */
public final class LiveContact implements LiveObject {

	private final Values values;

	LiveContact(String uri, String endpoint, @Nullable ContactState status, @Nullable Duration roundTrip) {
		this.values = new Values(uri, endpoint, status, roundTrip);
	}

	/**
	 * {@return the address}
	 */
	public String uri() {
		return this.values.uri();
	}

	/**
	 * {@return the name of the endpoint, may be empty}
	 */
	public String endpoint() {
		return this.values.endpoint();
	}

	/**
	 * {@return whether it can be reached, {@code null} if not known}
	 */
	public @Nullable ContactState status() {
		return this.values.status();
	}

	/**
	 * {@return how long the last check took, {@code null} if there was none}
	 */
	public @Nullable Duration roundTrip() {
		return this.values.roundTrip();
	}

	@Override
	public String id() {
		return id(this.values.uri(), this.values.endpoint());
	}

	static String id(String uri, String endpoint) {
		return endpoint + '\n' + uri;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveContact that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveContact");
	}

	private record Values(String uri, String endpoint, @Nullable ContactState status, @Nullable Duration roundTrip) {

	}

}
