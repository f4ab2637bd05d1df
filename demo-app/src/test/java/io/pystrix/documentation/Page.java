package io.pystrix.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of the documentation.
 *
 * @param name its path from the root of the repository
 * @param lines its lines
 */
record Page(String name, List<String> lines) {

	private static final Path ROOT = Path.of("..");

	private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(#[^)]*)?\\)");

	private static final String FENCE = "```";

	static List<Page> all() throws IOException {
		try (Stream<Path> chapters = Files.list(ROOT.resolve("docs"))) {
			return Stream.concat(Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")), chapters)
				.filter((path) -> path.toString().endsWith(".md"))
				.sorted()
				.map(Page::read)
				.toList();
		}
	}

	private static Page read(Path path) {
		try {
			return new Page(ROOT.relativize(path).toString(), Files.readAllLines(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns where its links lead to inside the repository.
	 * @return the files
	 */
	List<Path> links() {
		Path folder = ROOT.resolve(this.name).resolveSibling(".");
		return this.lines.stream()
			.flatMap((line) -> LINK.matcher(line).results())
			.map((link) -> folder.resolve(link.group(1)))
			.toList();
	}

	/**
	 * Returns its blocks.
	 * @param languages which
	 * @return the blocks in one of these languages, in order
	 */
	List<Block> blocks(String... languages) {
		List<Block> blocks = new ArrayList<>();
		int start = -1;
		for (int i = 0; i < this.lines.size(); i++) {
			if (!this.lines.get(i).startsWith(FENCE)) {
				continue;
			}
			if (start < 0) {
				start = i;
				continue;
			}
			String language = this.lines.get(start).substring(FENCE.length()).strip();
			if (List.of(languages).contains(language)) {
				blocks.add(new Block(this.name, start + 2, language, this.lines.subList(start + 1, i)));
			}
			start = -1;
		}
		return blocks;
	}

}
