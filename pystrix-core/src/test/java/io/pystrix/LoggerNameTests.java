package io.pystrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The names of loggers are the configuration of operators: each is that of a public class
 * outside of the internal packages, or a constant, and is in the guide.
 */
class LoggerNameTests {

	private static final Path CORE = Path.of("src/main/java");

	// The module has no copy of this test, and its loggers may use constants of this one
	private static final Path SPRING = Path.of("../pystrix-spring-boot-autoconfigure/src/main/java");

	private static final Pattern LOGGER = Pattern.compile("\\bgetLog(?:ger)?\\(\\s*([\\w.\"]+)\\s*\\)");

	private static final Pattern NAME = Pattern.compile("LOGGER = \"([\\w.]+)\"");

	@Test
	void everyLoggerIsNamedForOperators() throws IOException {
		List<Path> files = files();
		String guide = Files.readString(Path.of("../docs/logging.md"));
		List<String> found = new ArrayList<>();
		for (Path file : files) {
			String source = Files.readString(file);
			for (MatchResult logger : LOGGER.matcher(source).results().toList()) {
				String argument = logger.group(1);
				String name = argument.endsWith(".class") ? nameOf(argument.replace(".class", ""), files)
						: constant(files, source, argument);
				assertThat(name).as("logger of " + file).doesNotContain(".internal.");
				assertThat(guide).as("guide, for the logger of " + file).contains("`" + name + "`");
				found.add(name);
			}
		}
		assertThat(found).anyMatch((name) -> name.startsWith("io.pystrix.ami."))
			.anyMatch((name) -> name.startsWith("io.pystrix.agi."))
			.anyMatch((name) -> name.startsWith("io.pystrix.spring."));
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> core = Files.walk(CORE); Stream<Path> spring = Files.walk(SPRING)) {
			return Stream.concat(core, spring).filter((file) -> file.toString().endsWith(".java")).toList();
		}
	}

	private static String nameOf(String type, List<Path> files) throws IOException {
		Path file = files.stream().filter((it) -> it.endsWith(type + ".java")).findFirst().orElseThrow();
		assertThat(Files.readString(file)).as(type + " is public")
			.containsPattern("\\npublic [\\w@ ]*\\b" + type + "\\b");
		String path = (file.startsWith(SPRING) ? SPRING : CORE).relativize(file).toString();
		return path.replace(".java", "").replace('/', '.');
	}

	private static String constant(List<Path> files, String source, String argument) throws IOException {
		if (argument.startsWith("\"")) {
			return argument.replace("\"", "");
		}
		String owner = argument.contains(".") ? argument.substring(0, argument.indexOf('.')) : null;
		String text = (owner != null) ? constants(files, owner) : source;
		Matcher name = NAME.matcher(text);
		if (name.find()) {
			return name.group(1);
		}
		Matcher other = Pattern.compile("LOGGER = (\\w+\\.LOGGER)").matcher(text);
		assertThat(other.find()).as("constant of " + argument).isTrue();
		return constant(files, text, other.group(1));
	}

	private static String constants(List<Path> files, String type) throws IOException {
		for (Path file : files) {
			if (file.endsWith(type + ".java") && Files.readString(file).contains("LOGGER = ")) {
				return Files.readString(file);
			}
		}
		throw new AssertionError("No LOGGER in " + type);
	}

}
