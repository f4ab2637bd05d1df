package io.pystrix.codegen;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the schema says of Asterisk's manager interface: the files of its folder together.
 *
 * @param actions the actions by name
 * @param events the events by name
 * @param enums the enumerations by name
 */
record Schema(List<ActionSpec> actions, List<EventSpec> events, List<EnumSpec> enums) {

	static Schema read(Path folder) throws IOException {
		List<Node> files = new ArrayList<>();
		try (Stream<Path> paths = Files.list(folder)) {
			for (Path file : paths.filter((path) -> path.toString().endsWith(".yaml")).sorted().toList()) {
				files.add(load(file));
			}
		}
		return new Schema(collect(files, "actions", ActionSpec::of), collect(files, "events", EventSpec::of),
				collect(files, "enums", EnumSpec::of));
	}

	private static Node load(Path file) throws IOException {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		try (Reader reader = Files.newBufferedReader(file)) {
			Object content = new Yaml(new SafeConstructor(options)).load(reader);
			return Node.of(String.valueOf(file.getFileName()), content).only("actions", "events", "enums");
		}
	}

	private static <T> List<T> collect(List<Node> files, String kind, Function<Node, T> factory) {
		List<Node> nodes = files.stream()
			.flatMap((file) -> file.child(kind).children().stream())
			.sorted(Comparator.comparing(Node::path))
			.toList();
		Set<String> names = new HashSet<>();
		for (Node node : nodes) {
			if (!names.add(node.path())) {
				throw new IllegalArgumentException("'" + node.path() + "' is in the schema twice");
			}
		}
		return nodes.stream().map(factory).toList();
	}

}
