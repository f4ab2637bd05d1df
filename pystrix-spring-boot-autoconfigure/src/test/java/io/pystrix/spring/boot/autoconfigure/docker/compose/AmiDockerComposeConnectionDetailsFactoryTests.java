package io.pystrix.spring.boot.autoconfigure.docker.compose;

import java.lang.reflect.Constructor;
import java.util.Map;

import io.pystrix.ami.AmiEndpoint;
import io.pystrix.spring.boot.autoconfigure.AmiConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link AmiDockerComposeConnectionDetailsFactory}, which is found as Spring
 * Boot finds it.
 */
class AmiDockerComposeConnectionDetailsFactoryTests {

	private static final Map<String, String> LOGIN = Map.of("AMI_USERNAME", "admin", "AMI_PASSWORD", "wordpass");

	private final MockEnvironment environment = new MockEnvironment().withProperty("asterisk.ami.username", "mine")
		.withProperty("asterisk.ami.password", "own");

	private @Nullable ClassLoader classLoader;

	@Test
	void theServiceSaysWhereAndWho() throws Exception {
		AmiConnectionDetails details = details("pystrix-asterisk", Map.of(), LOGIN);
		assertThat(details).isNotNull();
		assertThat(details.getEndpoints()).containsExactly(new AmiEndpoint("docker.example", 32768));
		assertThat(details.getUsername()).isEqualTo("admin");
		assertThat(details.getPassword()).isEqualTo("wordpass");
		assertThat(details.getSslBundle()).isNull();
	}

	@Test
	void thePropertiesSayWhoIfTheServiceDoesNot() throws Exception {
		AmiConnectionDetails details = details("andrius/asterisk:22", Map.of(), Map.of());
		assertThat(details).isNotNull();
		assertThat(details.getUsername()).isEqualTo("mine");
		assertThat(details.getPassword()).isEqualTo("own");
	}

	@Test
	void aLabelMakesAnyImageAnAsterisk() throws Exception {
		assertThat(details("registry.example/pbx:1", Map.of(), LOGIN)).isNull();
		assertThat(details("registry.example/pbx:1", Map.of("org.springframework.boot.service-connection", "asterisk"),
				LOGIN))
			.isNotNull();
	}

	@Test
	void testcontainersNeedNotBeThere() throws Exception {
		this.classLoader = new FilteredClassLoader("org.testcontainers", "org.springframework.boot.testcontainers");
		assertThat(details("pystrix-asterisk", Map.of(), LOGIN)).isNotNull();
	}

	private @Nullable AmiConnectionDetails details(String image, Map<String, String> labels, Map<String, String> env)
			throws Exception {
		ConnectionPorts ports = mock();
		given(ports.get(5038)).willReturn(32768);
		RunningService service = mock();
		given(service.image()).willReturn(ImageReference.of(image));
		given(service.host()).willReturn("docker.example");
		given(service.ports()).willReturn(ports);
		given(service.labels()).willReturn(labels);
		given(service.env()).willReturn(env);
		// Not public: Spring Boot alone makes one
		Constructor<DockerComposeConnectionSource> constructor = DockerComposeConnectionSource.class
			.getDeclaredConstructor(RunningService.class, Environment.class);
		DockerComposeConnectionSource source = BeanUtils.instantiateClass(constructor, service, this.environment);
		return new ConnectionDetailsFactories(this.classLoader).getConnectionDetails(source, false)
			.values()
			.stream()
			.map(AmiConnectionDetails.class::cast)
			.findFirst()
			.orElse(null);
	}

}
