package io.pystrix.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Measures everything with each JDK, and writes the tables of {@code docs/performance.md}
 * between their marks; what stands around them stays as it is.
 */
public final class Report {

	private static final Path DOCUMENT = Path.of("docs", "performance.md");

	private static final int DEFAULT_ROUNDS = 3;

	private Report() {
	}

	/**
	 * Measures, and writes the tables. To be run in the root of the repository.
	 * @param args the number of rounds, and the homes of the JDKs; none for the JDK that
	 * runs this
	 * @throws Exception if something fails
	 */
	public static void run(String[] args) throws Exception {
		List<String> rest = new ArrayList<>(Arrays.asList(args));
		int rounds = (!rest.isEmpty() && rest.get(0).matches("\\d+")) ? Integer.parseInt(rest.remove(0))
				: DEFAULT_ROUNDS;
		List<Jdk> jdks = new ArrayList<>();
		for (String home : rest) {
			jdks.add(Jdk.at(Path.of(home)));
		}
		if (jdks.isEmpty()) {
			jdks.add(Jdk.current());
		}
		// Before anything is measured: it would be a pity
		String document = Files.readString(DOCUMENT);
		write(write(document, "goals", ""), "runs", "");
		List<JdkReport> reports = new ArrayList<>();
		for (Jdk jdk : jdks) {
			JdkReport report = JdkReport.measure(jdk, rounds);
			reports.add(report);
			System.out.println(report.toMarkdown());
			String runs = conditions(rounds, reports) + "\n"
					+ reports.stream().map(JdkReport::toMarkdown).collect(Collectors.joining("\n"));
			// After each JDK: what goes wrong with the next one does not cost this one
			Files.writeString(DOCUMENT, write(write(document, "goals", Goal.toMarkdown(reports)), "runs", runs));
		}
		System.err.println("Wrote " + DOCUMENT);
	}

	private static String conditions(int rounds, List<JdkReport> reports) throws IOException {
		String processor = Files.readAllLines(Path.of("/proc/cpuinfo"))
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.map((line) -> line.substring(line.indexOf(':') + 1).strip())
			.findFirst()
			.orElse("unknown processor");
		String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
		return String.format(Locale.ROOT,
				"""
						%s, %d processors (%s), %s %s, everything on loopback. JDK %s. Medians of %d rounds, in brackets the lowest and
						highest ratio of a round. Load average at the end, the benchmarks' own included: %s.
						""",
				LocalDate.now(), Runtime.getRuntime().availableProcessors(), processor, System.getProperty("os.name"),
				System.getProperty("os.version").split("-")[0],
				reports.stream().map((report) -> report.jdk().version()).collect(Collectors.joining(" and ")), rounds,
				load);
	}

	private static String write(String document, String mark, String text) {
		String start = "<!-- " + mark + ": written by a program -->\n";
		String end = "<!-- end of " + mark + " -->";
		int from = document.indexOf(start);
		int to = document.indexOf(end);
		if (from < 0 || to < from) {
			throw new IllegalStateException(DOCUMENT + " has no marks for its " + mark);
		}
		return document.substring(0, from + start.length()) + "\n" + text + "\n" + document.substring(to);
	}

}
