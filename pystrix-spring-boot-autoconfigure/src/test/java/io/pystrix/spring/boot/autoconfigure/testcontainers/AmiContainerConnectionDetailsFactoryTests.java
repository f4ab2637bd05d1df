package io.pystrix.spring.boot.autoconfigure.testcontainers;

import java.util.Map;
import java.util.function.Supplier;

import io.pystrix.ami.AmiEndpoint;
import io.pystrix.spring.boot.autoconfigure.AmiConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.core.annotation.MergedAnnotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link AmiContainerConnectionDetailsFactory}, which is found as Spring Boot
 * finds it.
 */
class AmiContainerConnectionDetailsFactoryTests {

	@Test
	void theContainerSaysWhereAndWho() throws Exception {
		AmiConnectionDetails details = details("pystrix-asterisk", "",
				Map.of("AMI_USERNAME", "admin", "AMI_PASSWORD", "wordpass"));
		assertThat(details).isNotNull();
		((InitializingBean) details).afterPropertiesSet();
		assertThat(details.getEndpoints()).containsExactly(new AmiEndpoint("docker.example", 32768));
		assertThat(details.getUsername()).isEqualTo("admin");
		assertThat(details.getPassword()).isEqualTo("wordpass");
		assertThat(details.getSslBundle()).isNull();
	}

	@Test
	void aContainerThatSaysNothingIsNotLoggedInTo() throws Exception {
		AmiConnectionDetails details = details("andrius/asterisk:22", "", Map.of());
		assertThat(details).isNotNull();
		((InitializingBean) details).afterPropertiesSet();
		assertThat(details.getUsername()).isNull();
		assertThat(details.getPassword()).isNull();
	}

	@Test
	void aNameMakesAnyImageAnAsterisk() throws Exception {
		assertThat(details("registry.example/pbx:1", "", Map.of())).isNull();
		assertThat(details("registry.example/pbx:1", "asterisk", Map.of())).isNotNull();
	}

	private static @Nullable AmiConnectionDetails details(String image, String connectionName, Map<String, String> env)
			throws Exception {
		Container<?> container = mock();
		given(container.getHost()).willReturn("docker.example");
		given(container.getMappedPort(5038)).willReturn(32768);
		given(container.getEnvMap()).willReturn(env);
		return new ConnectionDetailsFactories(null)
			.getConnectionDetails(source(image, connectionName, container), false)
			.values()
			.stream()
			.map(AmiConnectionDetails.class::cast)
			.findFirst()
			.orElse(null);
	}

	// Not public: Spring Boot alone makes one
	private static ContainerConnectionSource<?> source(String image, String name, Container<?> container)
			throws Exception {
		var annotation = MergedAnnotation.of(ServiceConnection.class, Map.of("value", name));
		for (var constructor : ContainerConnectionSource.class.getDeclaredConstructors()) {
			if (constructor.getParameterTypes()[4] == MergedAnnotation.class) {
				return (ContainerConnectionSource<?>) BeanUtils.instantiateClass(constructor, "test", null,
						Container.class, image, annotation, (Supplier<Container<?>>) () -> container, null, null);
			}
		}
		throw new NoSuchMethodException("ContainerConnectionSource");
	}

}
