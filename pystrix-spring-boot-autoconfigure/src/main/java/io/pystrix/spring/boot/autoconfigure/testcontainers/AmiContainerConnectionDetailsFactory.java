package io.pystrix.spring.boot.autoconfigure.testcontainers;

import java.util.List;

import io.pystrix.ami.AmiEndpoint;
import io.pystrix.spring.boot.autoconfigure.AmiConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Container;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Finds the manager interface of a container with one of the known images, or with
 * {@code @ServiceConnection("asterisk")}. The user is taken from {@code AMI_USERNAME} and
 * {@code AMI_PASSWORD} of the container.
 */
final class AmiContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, AmiConnectionDetails> {

	private static final int TLS_PORT = 5039;

	private static final List<String> IMAGES = List.of("asterisk", "pystrix-asterisk", "andrius/asterisk");

	AmiContainerConnectionDetailsFactory() {
		super(IMAGES);
	}

	@Override
	protected AmiConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
		return new AmiContainerConnectionDetails(source);
	}

	/**
	 * Connection details of a container, which is asked when it runs.
	 */
	private static final class AmiContainerConnectionDetails extends ContainerConnectionDetails<Container<?>>
			implements AmiConnectionDetails {

		AmiContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public List<AmiEndpoint> getEndpoints() {
			int port = (getSslBundle() != null) ? TLS_PORT : AmiEndpoint.DEFAULT_PORT;
			return List.of(new AmiEndpoint(getContainer().getHost(), getContainer().getMappedPort(port)));
		}

		@Override
		public @Nullable String getUsername() {
			return getContainer().getEnvMap().get("AMI_USERNAME");
		}

		@Override
		public @Nullable String getPassword() {
			return getContainer().getEnvMap().get("AMI_PASSWORD");
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return super.getSslBundle();
		}

	}

}
