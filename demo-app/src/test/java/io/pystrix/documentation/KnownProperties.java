package io.pystrix.documentation;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;

import org.springframework.core.io.UrlResource;

/**
 * The properties that the metadata on the class path describe, the starter's and Spring
 * Boot's.
 */
final class KnownProperties {

	private final Map<String, String> typesByName = new HashMap<>();

	KnownProperties() throws IOException {
		String name = "META-INF/spring-configuration-metadata.json";
		for (URL url : Collections.list(KnownProperties.class.getClassLoader().getResources(name))) {
			String json = new UrlResource(url).getContentAsString(StandardCharsets.UTF_8);
			List<Map<String, Object>> properties = JsonPath.read(json, "$.properties");
			properties.forEach((property) -> this.typesByName.put(String.valueOf(property.get("name")),
					String.valueOf(property.get("type"))));
		}
	}

	/**
	 * Tells whether there is such a property.
	 * @param name its name, without an index
	 * @return whether it is one, or a key of one that is a map
	 */
	boolean contains(String name) {
		return this.typesByName.containsKey(name) || this.typesByName.entrySet()
			.stream()
			.anyMatch((entry) -> entry.getValue().startsWith("java.util.Map") && name.startsWith(entry.getKey() + "."));
	}

}
