package io.pystrix.spring.boot.autoconfigure;

import java.util.List;

import io.pystrix.ami.AmiEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * What is needed to connect to Asterisk's manager interface. A bean of this type takes
 * the place of the properties that say the same; with several servers, the place of those
 * of one, if it is named {@code <server>AmiConnectionDetails}.
 *
 * @since 0.1.0
 */
public interface AmiConnectionDetails extends ConnectionDetails {

	/**
	 * Where Asterisk is.
	 * @return the peers, one at least, which are tried in order
	 */
	List<AmiEndpoint> getEndpoints();

	/**
	 * The user in {@code manager.conf}.
	 * @return the name, {@code null} to connect without logging in
	 */
	default @Nullable String getUsername() {
		return null;
	}

	/**
	 * The user's secret.
	 * @return the secret, {@code null} to connect without logging in
	 */
	default @Nullable String getPassword() {
		return null;
	}

	/**
	 * What secures the connection. Asked for at every attempt to connect, so that a
	 * bundle which was reloaded takes effect.
	 * @return the bundle, {@code null} for a connection that is not secured; it must not
	 * change between the two
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}
