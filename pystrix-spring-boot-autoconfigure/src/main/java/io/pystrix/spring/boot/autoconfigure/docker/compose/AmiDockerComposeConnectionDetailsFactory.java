package io.pystrix.spring.boot.autoconfigure.docker.compose;

import java.util.List;

import io.pystrix.ami.AmiEndpoint;
import io.pystrix.spring.boot.autoconfigure.AmiConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.env.Environment;

/**
 * Finds the manager interface of a service. There is no official image of Asterisk and no
 * agreement about its variables: the user is taken from {@code AMI_USERNAME} and
 * {@code AMI_PASSWORD} of the service, else from the application's properties.
 */
final class AmiDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<AmiConnectionDetails> {

	private static final int TLS_PORT = 5039;

	private static final String[] IMAGES = { "asterisk", "pystrix-asterisk", "andrius/asterisk" };

	AmiDockerComposeConnectionDetailsFactory() {
		super(IMAGES);
	}

	@Override
	protected AmiConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new AmiDockerComposeConnectionDetails(source.getRunningService(), source.getEnvironment());
	}

	/**
	 * Connection details of a running service.
	 */
	private static final class AmiDockerComposeConnectionDetails extends DockerComposeConnectionDetails
			implements AmiConnectionDetails {

		private final @Nullable SslBundle sslBundle;

		private final AmiEndpoint endpoint;

		private final @Nullable String username;

		private final @Nullable String password;

		AmiDockerComposeConnectionDetails(RunningService service, @Nullable Environment environment) {
			super(service);
			this.sslBundle = getSslBundle(service);
			int port = (this.sslBundle != null) ? TLS_PORT : AmiEndpoint.DEFAULT_PORT;
			this.endpoint = new AmiEndpoint(service.host(), service.ports().get(port));
			this.username = value(service, "AMI_USERNAME", environment, "asterisk.ami.username");
			this.password = value(service, "AMI_PASSWORD", environment, "asterisk.ami.password");
		}

		private static @Nullable String value(RunningService service, String variable,
				@Nullable Environment environment, String property) {
			String value = service.env().get(variable);
			return (value != null || environment == null) ? value : environment.getProperty(property);
		}

		@Override
		public List<AmiEndpoint> getEndpoints() {
			return List.of(this.endpoint);
		}

		@Override
		public @Nullable String getUsername() {
			return this.username;
		}

		@Override
		public @Nullable String getPassword() {
			return this.password;
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return this.sslBundle;
		}

	}

}
