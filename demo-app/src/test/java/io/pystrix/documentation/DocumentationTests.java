package io.pystrix.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the documentation.
 */
class DocumentationTests {

	private static final Pattern SETTING = Pattern.compile("`((?:asterisk|demo|management)\\.[\\w.-]+)=");

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:\\.(\\w+))?`");

	private static final Pattern CODE = Pattern.compile("`([\\w.-]+)`");

	private final List<Page> pages = Page.all();

	DocumentationTests() throws IOException {
	}

	@Test
	void itsJavaCompiles() throws IOException {
		List<Block> blocks = this.pages.stream().flatMap((page) -> page.blocks("java").stream()).toList();
		assertThat(blocks).isNotEmpty();
		assertThat(String.join("\n", new SnippetCompiler().problems(blocks)))
			.as("Java in the documentation that does not compile. Imports and variables that a reader is spared"
					+ " belong into demo-app/src/test/resources/documentation/Prelude.java")
			.isEmpty();
	}

	@Test
	void mistakesAreReportedWhereTheyAre() throws IOException {
		SnippetCompiler compiler = new SnippetCompiler();
		assertThat(compiler.problems(List.of(block("void a() {", "", "    manager.pong();", "}"),
				block("agi.answer();", "", "static final int ONE = one();"), block("agi.answer()"),
				block("class A implements AgiHandler { … }", "", "class B implements AgiHandler { }"))))
			.hasSize(4)
			.satisfiesExactlyInAnyOrder((problem) -> assertThat(problem).startsWith("page.md:9: agi.answer()"),
					(problem) -> assertThat(problem).startsWith("page.md:11: class B").contains("abstract method"),
					(problem) -> assertThat(problem).startsWith("page.md:11: manager.pong();").contains("pong()"),
					(problem) -> assertThat(problem).startsWith("page.md:11: static final").contains("one()"));
	}

	@Test
	void itsLinksLeadSomewhere() {
		assertThat(this.pages.stream()
			.flatMap((page) -> page.links().stream().filter(Files::notExists).map((link) -> page.name() + ": " + link)))
			.as("links to files that do not exist")
			.isEmpty();
	}

	@Test
	void theIndexOfDecisionsIsWhole() {
		Page decisions = this.pages.stream()
			.filter((page) -> page.name().endsWith("decisions.md"))
			.findAny()
			.orElseThrow();
		List<String> headings = decisions.lines()
			.stream()
			.filter((line) -> line.startsWith("## "))
			.map((line) -> line.substring(3))
			.toList();
		List<String> index = decisions.lines()
			.stream()
			.filter((line) -> line.startsWith("| ["))
			.map((line) -> line.substring(3, line.indexOf("](#")))
			.toList();
		assertThat(index).isNotEmpty().isEqualTo(headings);
	}

	@Test
	void theTestsThatItNamesExist() throws IOException {
		Map<String, String> tests = new HashMap<>();
		try (Stream<Path> files = Files.walk(Path.of(".."))) {
			for (Path file : files.filter((path) -> path.toString().matches(".*/src/test/.*Tests\\.java")).toList()) {
				tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
			}
		}
		List<MatchResult> named = this.pages.stream()
			.filter((page) -> page.name().endsWith("security.md"))
			.flatMap((page) -> page.lines().stream())
			.flatMap((line) -> TEST.matcher(line).results())
			.toList();
		assertThat(named).hasSizeGreaterThan(20);
		assertThat(named.stream().filter((test) -> {
			String source = tests.get(test.group(1));
			return source == null || test.group(2) != null && !source.contains("void " + test.group(2) + "(");
		}).map(MatchResult::group)).as("tests that do not exist").isEmpty();
	}

	@Test
	void theSettingsOfItsBlocksExist() throws IOException {
		assertExist(this.pages.stream()
			.flatMap((page) -> page.blocks("yaml", "properties").stream())
			.flatMap((block) -> names(block).map((name) -> new Setting(block.toString(), name))));
	}

	@Test
	void theSettingsOfItsTextExist() throws IOException {
		assertExist(this.pages.stream()
			.flatMap((page) -> page.lines()
				.stream()
				.flatMap((line) -> SETTING.matcher(line).results())
				.map((match) -> new Setting(page.name(), match.group(1)))));
	}

	@Test
	void theSettingsOfItsTablesExist() throws IOException {
		Page page = this.pages.stream()
			.filter((each) -> each.name().endsWith("spring-boot.md"))
			.findAny()
			.orElseThrow();
		List<Setting> settings = new ArrayList<>();
		boolean table = false;
		for (String line : page.lines()) {
			table = line.startsWith("| Property") || table && line.startsWith("|");
			if (table) {
				names(line.split("\\|")[1]).forEach((name) -> settings.add(new Setting(page.name(), name)));
			}
		}
		assertThat(settings).hasSizeGreaterThan(5);
		assertExist(settings.stream());
	}

	private static void assertExist(Stream<Setting> settings) throws IOException {
		KnownProperties known = new KnownProperties();
		assertThat(settings.filter((setting) -> !known.contains(setting.name()))).as("unknown properties").isEmpty();
	}

	private static Stream<String> names(Block block) {
		try {
			return new YamlPropertySourceLoader().load(block.toString(), new ByteArrayResource(yaml(block).getBytes()))
				.stream()
				.flatMap(DocumentationTests::names);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Unreadable: " + block, ex);
		}
	}

	// A line of properties is one of YAML but for its first sign
	private static String yaml(Block block) {
		return block.language().equals("yaml") ? block.text() : block.text().replaceAll("(?m)^([\\w.-]+)=", "$1: ");
	}

	private static Stream<String> names(PropertySource<?> source) {
		return Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames())
			.map((name) -> name.replaceAll("\\[\\d+]", ""));
	}

	// `a.b.host`, `.port` are a.b.host and a.b.port
	private static List<String> names(String cell) {
		List<String> names = new ArrayList<>();
		for (MatchResult match : CODE.matcher(cell).results().toList()) {
			String name = match.group(1);
			names.add(name.startsWith(".") ? names.get(0).substring(0, names.get(0).lastIndexOf('.')) + name : name);
		}
		return names;
	}

	private static Block block(String... lines) {
		return new Block("page.md", 9, "java", List.of(lines));
	}

	private record Setting(String place, String name) {

	}

}
