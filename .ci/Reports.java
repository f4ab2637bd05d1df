import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Counts what ran, and fails if a test was skipped in all runs: a test that never runs
 * proves nothing.
 *
 * <p>
 * {@code java .ci/Reports.java NAME=FOLDER...}: a run's name, and where the folders
 * {@code MODULE/surefire-reports} and {@code MODULE/failsafe-reports} of that run are. The
 * working directory is the root of the sources.
 */
class Reports {

	private static final List<String> MISTAKES = new ArrayList<>();

	public static void main(String[] arguments) throws Exception {
		Map<String, Run> runs = new TreeMap<>();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			runs.put(parts[0], Run.read(Path.of(parts[1])));
		}
		runs.forEach(Reports::print);
		runs.forEach(Reports::checkModules);
		checkSkipped(runs.values());
		checkClasses(runs.values());
		MISTAKES.forEach(System.err::println);
		if (!MISTAKES.isEmpty() || runs.isEmpty()) {
			System.exit(1);
		}
	}

	private static void print(String name, Run run) {
		System.out.printf("%s: %d unit tests, %d integration tests, %d skipped%n", name, run.count(false),
				run.count(true), run.skipped.size());
		run.skipped.forEach((test, reason) -> System.out.printf("    skipped: %s (%s)%n", test, reason));
	}

	private static void checkModules(String name, Run run) {
		for (Path source : sources("IntegrationTests.java")) {
			String module = source.getName(0).toString();
			if (!run.integrated.contains(module)) {
				run.integrated.add(module);
				MISTAKES.add("No integration test of " + module + " ran against " + name);
			}
		}
	}

	private static void checkSkipped(Iterable<Run> runs) {
		Set<Test> skipped = new TreeSet<>();
		runs.forEach((run) -> skipped.addAll(run.skipped.keySet()));
		for (Test test : skipped) {
			if (!anyRan(runs, test)) {
				MISTAKES.add("Skipped in all runs: " + test);
			}
		}
	}

	private static void checkClasses(Iterable<Run> runs) {
		for (Path source : sources("Tests.java")) {
			String text = read(source);
			if (!text.contains("abstract class " + simpleName(source)) && !anyRan(runs, new Test(className(source), ""))) {
				MISTAKES.add("Ran in no run: " + source);
			}
		}
	}

	private static boolean anyRan(Iterable<Run> runs, Test test) {
		for (Run run : runs) {
			if (run.ran.stream().anyMatch(test::includes)) {
				return true;
			}
		}
		return false;
	}

	private static List<Path> sources(String end) {
		List<Path> sources = new ArrayList<>();
		try (Stream<Path> modules = Files.list(Path.of(""))) {
			for (Path module : modules.map((path) -> path.resolve("src/test/java")).filter(Files::isDirectory).toList()) {
				try (Stream<Path> files = Files.walk(module)) {
					files.filter((file) -> file.toString().endsWith(end)).forEach(sources::add);
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot list the sources of tests", ex);
		}
		return sources;
	}

	private static String simpleName(Path source) {
		return source.getFileName().toString().replace(".java", "");
	}

	private static String className(Path source) {
		String path = source.subpath(4, source.getNameCount()).toString();
		return path.replace('/', '.').substring(0, path.length() - ".java".length());
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot read " + file, ex);
		}
	}

	/**
	 * A test, or all of a class or of a method with parameters.
	 */
	private record Test(String type, String name) implements Comparable<Test> {

		/** What is skipped as a whole has the name of the whole. */
		boolean includes(Test other) {
			boolean wholeType = this.name.isEmpty() || this.type.endsWith(this.name);
			if (wholeType) {
				return other.type.equals(this.type) || other.type.startsWith(this.type + "$");
			}
			return other.type.equals(this.type)
					&& (other.name.equals(this.name) || other.name.startsWith(this.name + "["));
		}

		@Override
		public int compareTo(Test other) {
			return toString().compareTo(other.toString());
		}

		@Override
		public String toString() {
			return this.type + "." + this.name;
		}

	}

	private record Run(Set<Test> ran, Map<Test, String> skipped, Set<String> integrated) {

		static Run read(Path folder) throws Exception {
			Run run = new Run(new TreeSet<>(), new TreeMap<>(), new TreeSet<>());
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.filter((path) -> path.getFileName().toString().matches("TEST-.*\\.xml")).toList()) {
					run.read(file, folder.relativize(file).getName(0).toString());
				}
			}
			return run;
		}

		private void read(Path file, String module) throws Exception {
			NodeList cases = DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(file.toFile())
				.getElementsByTagName("testcase");
			for (int i = 0; i < cases.getLength(); i++) {
				Element element = (Element) cases.item(i);
				String type = element.getAttribute("classname");
				// jqwik leaves the package out
				Test test = new Test(type.contains(".") ? type : typeOf(file), element.getAttribute("name"));
				NodeList skipped = element.getElementsByTagName("skipped");
				if (skipped.getLength() > 0) {
					this.skipped.put(test, ((Element) skipped.item(0)).getAttribute("message"));
				}
				else {
					this.ran.add(test);
					if (test.type().endsWith("IntegrationTests")) {
						this.integrated.add(module);
					}
				}
			}
		}

		private static String typeOf(Path file) {
			return file.getFileName().toString().replaceAll("^TEST-|\\.xml$", "");
		}

		long count(boolean integration) {
			return this.ran.stream().filter((test) -> test.type().endsWith("IntegrationTests") == integration).count();
		}

	}

}
