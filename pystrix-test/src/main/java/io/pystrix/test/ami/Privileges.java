package io.pystrix.test.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Which classes actions and events belong to.
 */
final class Privileges {

	private static final Map<String, List<String>> EVENTS = read("events.txt");

	private final Map<String, List<String>> actions = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);

	Privileges() {
		this.actions.putAll(read("actions.txt"));
	}

	/**
	 * Say what an action needs.
	 * @param classes one of these; none for an action that everybody may use
	 */
	void require(String action, List<String> classes) {
		this.actions.put(action, List.copyOf(classes));
	}

	/**
	 * The classes of which an action needs one.
	 * @return the classes; empty if everybody may use it
	 */
	List<String> ofAction(String action) {
		return this.actions.getOrDefault(action, List.of());
	}

	/**
	 * The classes all of which one must be allowed to read who is to see an event.
	 * @return the classes; empty if everybody may see it
	 */
	static List<String> ofEvent(AmiFrame event) {
		String header = event.get("Privilege");
		if (header == null) {
			return EVENTS.getOrDefault(event.name(), List.of());
		}
		return Arrays.stream(header.split(","))
			.filter((name) -> !name.equals("all") && !name.equals("<none>") && !name.isEmpty())
			.toList();
	}

	private static Map<String, List<String>> read(String resource) {
		Map<String, List<String>> classes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		try (InputStream in = Objects.requireNonNull(Privileges.class.getResourceAsStream(resource), resource);
				BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
			reader.lines().filter((line) -> !line.startsWith("#")).forEach((line) -> {
				String[] sides = line.split(" = ");
				for (String name : sides[1].split(" ")) {
					classes.put(name, List.of(sides[0].split(",")));
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return classes;
	}

}
