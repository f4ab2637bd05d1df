package io.pystrix.spring.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The page of the documentation that lists all properties, made from their metadata.
 */
final class PropertiesPage {

	static final Path FILE = Path.of("../docs/properties.md");

	static final String WRITE_COMMAND = "mvn -pl pystrix-spring-boot-autoconfigure -am test -Dtest=PropertiesPageTests"
			+ " -Dsurefire.failIfNoSpecifiedTests=false -Dproperties.write";

	private static final String HEAD = """
			# Properties

			All properties of the starter. This page is made from their descriptions in the code: after a change of
			one, run `%s`.
			""".formatted(WRITE_COMMAND);

	private final List<Map<String, Object>> properties;

	/**
	 * Creates a page.
	 * @param properties the properties as the metadata has them
	 */
	PropertiesPage(List<Map<String, Object>> properties) {
		this.properties = properties;
	}

	/**
	 * Writes the page to the documentation.
	 * @throws IOException if the file cannot be written
	 */
	void write() throws IOException {
		Files.writeString(FILE, text());
	}

	/**
	 * Returns the page.
	 * @return Markdown
	 */
	String text() {
		Map<String, List<Map<String, Object>>> groups = this.properties.stream()
			.collect(Collectors.groupingBy(PropertiesPage::group, TreeMap::new, Collectors.toList()));
		return HEAD + groups.entrySet()
			.stream()
			.map((group) -> table(group.getKey(), group.getValue()))
			.collect(Collectors.joining());
	}

	private static String group(Map<String, Object> property) {
		String[] parts = value(property, "name").split("\\.");
		return (parts.length > 2) ? parts[0] + "." + parts[1] : parts[0];
	}

	private static String table(String group, List<Map<String, Object>> properties) {
		return properties.stream().map((property) -> row(group, property)).sorted().collect(Collectors.joining("\n", """

				## `%s`

				| Property | Type | Default | |
				|---|---|---|---|
				""".formatted(group), "\n"));
	}

	private static String row(String group, Map<String, Object> property) {
		String name = value(property, "name").substring(group.length() + 1);
		return "| `%s` | %s | %s | %s |".formatted(name, type(value(property, "type")),
				defaultValue(property.get("defaultValue")), value(property, "description").replace("|", "\\|"));
	}

	private static String value(Map<String, Object> property, String key) {
		return String.valueOf(property.get(key));
	}

	private static String type(String type) {
		String name = type.replaceAll("[\\w.$]*[.$](\\w+)", "$1");
		Class<?> values = constants(type);
		if (values == null) {
			return "`" + name + "`";
		}
		return List.of(values.getEnumConstants())
			.stream()
			.map((constant) -> "`" + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
			.collect(Collectors.joining(", "));
	}

	private static @Nullable Class<?> constants(String type) {
		ClassLoader loader = PropertiesPage.class.getClassLoader();
		Class<?> found = ClassUtils.isPresent(type, loader) ? ClassUtils.resolveClassName(type, loader) : null;
		return (found != null && found.isEnum()) ? found : null;
	}

	private static String defaultValue(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof List<?> values) {
			return values.stream().map((item) -> "`" + item + "`").collect(Collectors.joining(", "));
		}
		return "`" + value + "`";
	}

}
