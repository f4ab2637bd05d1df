package io.pystrix.codegen;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the schema says of Asterisk's manager interface.
 *
 * @param actions the actions
 * @param events the events
 */
record Schema(List<Action> actions, List<Event> events) {

	static Schema read(Path folder) throws IOException {
		return new Schema(
				load(folder.resolve("actions.yaml")).entrySet()
					.stream()
					.map((entry) -> Action.of(entry.getKey(), fields(entry.getKey(), entry.getValue())))
					.toList(),
				load(folder.resolve("events.yaml")).entrySet()
					.stream()
					.map((entry) -> Event.of(entry.getKey(), fields(entry.getKey(), entry.getValue())))
					.toList());
	}

	private static Map<String, Object> load(Path file) throws IOException {
		try (Reader reader = Files.newBufferedReader(file)) {
			return fields(file.toString(), new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> fields(String of, @Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return (Map<String, Object>) map;
		}
		throw new IllegalArgumentException("'" + of + "' must have fields");
	}

	private static List<Field> list(String of, Map<String, Object> fields, String name) {
		Object value = fields.get(name);
		return (value == null) ? List.of()
				: fields(of + "." + name, value).entrySet()
					.stream()
					.map((entry) -> Field.of(entry.getKey(), String.valueOf(entry.getValue())))
					.toList();
	}

	private static String text(String of, Map<String, Object> fields, String name) {
		Object value = fields.get(name);
		if (value == null) {
			throw new IllegalArgumentException("'" + of + "' needs '" + name + "'");
		}
		return value.toString();
	}

	/**
	 * An action.
	 *
	 * @param name the name
	 * @param summary a sentence on what it does
	 * @param releases the releases that have it
	 * @param parameters its headers, the required ones first
	 * @param items the event that its list is made of, {@code null} if it has none
	 * @param complete the event that ends the list
	 * @param response the class of its response, {@code null} for the generic one
	 */
	record Action(String name, String summary, String releases, List<Field> parameters, @Nullable String items,
			@Nullable String complete, @Nullable String response) {

		static Action of(String name, Map<String, Object> fields) {
			return new Action(name, text(name, fields, "summary"), text(name, fields, "releases"),
					list(name, fields, "parameters"), (String) fields.get("items"), (String) fields.get("complete"),
					(String) fields.get("response"));
		}

		List<Field> required() {
			return this.parameters.stream().filter(Field::required).toList();
		}

		List<Field> optional() {
			return this.parameters.stream().filter((field) -> !field.required()).toList();
		}

	}

	/**
	 * An event.
	 *
	 * @param name the name on the wire
	 * @param summary a sentence on when it comes
	 * @param releases the releases that have it
	 * @param channels the prefixes of the channel snapshots in it
	 * @param headers its other headers
	 */
	record Event(String name, String summary, String releases, List<String> channels, List<Field> headers) {

		@SuppressWarnings("unchecked")
		static Event of(String name, Map<String, Object> fields) {
			return new Event(name, text(name, fields, "summary"), text(name, fields, "releases"),
					(List<String>) fields.getOrDefault("channels", List.of()), list(name, fields, "headers"));
		}

	}

	/**
	 * A header.
	 *
	 * @param name the name on the wire
	 * @param type the type of its value
	 * @param required whether it is always there
	 * @param repeated whether it may come several times
	 */
	record Field(String name, Type type, boolean required, boolean repeated) {

		static Field of(String name, String description) {
			List<String> words = List.of(description.split(" "));
			return new Field(name, Type.of(words.get(0)), words.contains("required"), words.contains("repeated"));
		}

	}

	/**
	 * The type of a header's value.
	 */
	enum Type {

		TEXT, INT, LONG, BOOLEAN, MILLISECONDS;

		static Type of(String word) {
			return valueOf(word.toUpperCase(Locale.ROOT));
		}

	}

}
