package io.pystrix.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.core.io.UrlResource;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the annotation processors and the files in {@code META-INF} say.
 */
class ConfigurationMetadataTests {

	@Test
	void everyPropertyIsDescribedAsASentence() throws IOException {
		assertThat(properties()).isNotEmpty().allSatisfy((property) -> {
			assertThat(property.get("description")).as("%s", property.get("name")).isNotNull();
			assertThat(property.get("description").toString()).as("%s", property.get("name"))
				.endsWith(".")
				.doesNotStartWith("The ")
				.doesNotStartWith("A ");
		});
	}

	@Test
	void switchesAndListsAreDescribedAsSuch() throws IOException {
		assertThat(properties()).allSatisfy((property) -> {
			if (property.get("type").equals("java.lang.Boolean")) {
				assertThat(property.get("description").toString()).startsWith("Whether ");
			}
			if (property.get("type").toString().startsWith("java.util.List")) {
				assertThat(property.get("description").toString()).startsWith("Comma-separated list of ");
			}
		});
	}

	@Test
	void wordsThatAPropertyKnowsAreHinted() throws IOException {
		List<String> hinted = JsonPath.read(json(), "$.hints[*].name");
		assertThat(hinted).contains("asterisk.ami.event-mask", "asterisk.ami.charset");
		List<String> words = JsonPath.read(json(), "$.hints[?(@.name=='asterisk.ami.event-mask')].values[*].value");
		assertThat(words).contains("on", "off")
			.allSatisfy((word) -> assertThat(EventMask.checked(word)).isEqualTo(word));
	}

	@Test
	void aHostIsDefaultedThoughItIsNotSet() throws IOException {
		List<String> host = JsonPath.read(json(), "$.properties[?(@.name=='asterisk.ami.host')].defaultValue");
		assertThat(host).containsExactly("localhost");
	}

	@Test
	void namesAreUnique() throws IOException {
		assertThat(properties()).extracting((property) -> property.get("name")).doesNotHaveDuplicates();
	}

	@Test
	void theContractsPropertiesAreThere() throws IOException {
		assertThat(properties()).extracting((property) -> property.get("name").toString())
			.containsExactlyInAnyOrder("asterisk.ami.action-timeout", "asterisk.ami.charset",
					"asterisk.ami.connect-timeout", "asterisk.ami.enabled", "asterisk.ami.event-mask",
					"asterisk.ami.fail-fast", "asterisk.ami.filters", "asterisk.ami.host", "asterisk.ami.hosts",
					"asterisk.ami.keep-alive.interval", "asterisk.ami.keep-alive.timeout",
					"asterisk.ami.listener.overflow", "asterisk.ami.listener.queue-capacity",
					"asterisk.ami.live.enabled", "asterisk.ami.live.metrics.queues", "asterisk.ami.observation.enabled",
					"asterisk.ami.password", "asterisk.ami.port", "asterisk.ami.reconnect.initial-delay",
					"asterisk.ami.reconnect.jitter", "asterisk.ami.reconnect.max-attempts",
					"asterisk.ami.reconnect.max-delay", "asterisk.ami.primary", "asterisk.ami.reconnect.multiplier",
					"asterisk.ami.servers", "asterisk.ami.ssl.bundle", "asterisk.ami.ssl.enabled",
					"asterisk.ami.ssl.verify-hostname", "asterisk.ami.username", "asterisk.ami.wire-log.masked-names",
					"asterisk.fastagi.accept-forged-environment", "asterisk.fastagi.address",
					"asterisk.fastagi.allowed-clients", "asterisk.fastagi.async-agi", "asterisk.fastagi.backlog",
					"asterisk.fastagi.command-timeout", "asterisk.fastagi.enabled",
					"asterisk.fastagi.handshake-timeout", "asterisk.fastagi.max-calls",
					"asterisk.fastagi.observation.enabled", "asterisk.fastagi.port",
					"asterisk.fastagi.shutdown.grace-period", "asterisk.fastagi.status-variable",
					"asterisk.fastagi.wire-log.mask-digits", "asterisk.fastagi.wire-log.masked-variables",
					"asterisk.fastagi.when-full", "management.endpoint.asterisk.access",
					"management.endpoint.asterisk.cache.time-to-live", "management.health.ami.enabled",
					"management.health.fastagi.enabled");
	}

	@Test
	void autoConfigurationsAreSortedAndExist() throws Exception {
		List<String> names = lines("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports");
		assertThat(names).isSorted().doesNotHaveDuplicates().hasSize(10);
		for (String name : names) {
			assertThat(ClassUtils.forName(name, null)).hasAnnotation(AutoConfiguration.class);
		}
	}

	@Test
	void conditionsAreKnownBeforeClassesAreLoaded() throws IOException {
		assertThat(lines("META-INF/spring-autoconfigure-metadata.properties"))
			.anyMatch((line) -> line.startsWith(AmiAutoConfiguration.class.getName() + ".ConditionalOnClass="));
	}

	private static List<Map<String, Object>> properties() throws IOException {
		return JsonPath.read(json(), "$.properties");
	}

	private static String json() throws IOException {
		return String.join("\n", lines("META-INF/spring-configuration-metadata.json"));
	}

	private static List<String> lines(String name) throws IOException {
		// Of all jars with such a file, this module's
		String own = AmiAutoConfiguration.class.getProtectionDomain().getCodeSource().getLocation() + name;
		try (InputStream input = new UrlResource(own).getInputStream()) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}

}
