package io.pystrix.spring.boot.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.UrlResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documentation lists the properties that there are.
 */
class PropertiesPageTests {

	@Test
	void thePageIsUpToDate() throws IOException {
		PropertiesPage page = new PropertiesPage(properties());
		if (System.getProperty("properties.write") != null) {
			page.write();
		}
		assertThat(Files.readString(PropertiesPage.FILE))
			.as("docs/properties.md does not say what the properties are. To write it anew: %s",
					PropertiesPage.WRITE_COMMAND)
			.isEqualTo(page.text());
	}

	@Test
	void typesAndDefaultsAreReadable() {
		assertThat(new PropertiesPage(List.of(
				Map.of("name", "a.b.when", "type", "io.pystrix.ami.OverflowPolicy", "description", "What | when.",
						"defaultValue", "drop-oldest"),
				Map.of("name", "a.b.all", "type", "java.util.Map<java.lang.String,com.example.Outer$Inner>",
						"description", "All.", "defaultValue", List.of(1, 2))))
			.text()).endsWith("""
					-Dproperties.write`.

					## `a.b`

					| Property | Type | Default | |
					|---|---|---|---|
					| `all` | `Map<String,Inner>` | `1`, `2` | All. |
					| `when` | `drop-oldest`, `drop-newest`, `disconnect` | `drop-oldest` | What \\| when. |
					""");
	}

	private static List<Map<String, Object>> properties() throws IOException {
		String url = AmiProperties.class.getProtectionDomain().getCodeSource().getLocation()
				+ "META-INF/spring-configuration-metadata.json";
		return JsonPath.read(new UrlResource(url).getContentAsString(StandardCharsets.UTF_8), "$.properties");
	}

}
