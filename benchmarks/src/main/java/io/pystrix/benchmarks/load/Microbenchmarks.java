package io.pystrix.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The JMH benchmarks with what they allocate, in a short form.
 */
final class Microbenchmarks {

	private static final String ALLOCATED = "gc.alloc.rate.norm";

	private Microbenchmarks() {
	}

	static String measure(Jdk jdk) throws Exception {
		System.err.printf("%s, JMH%n", jdk);
		Path file = Files.createTempFile("jmh", ".csv");
		try (ChildJvm jmh = new ChildJvm(jdk, "jmh", "-prof", "gc", "-f", "1", "-wi", "2", "-w", "500ms", "-i", "3",
				"-r", "500ms", "-v", "SILENT", "-rf", "csv", "-rff", file.toString())) {
			jmh.lines();
			return toMarkdown(Files.readAllLines(file));
		}
		finally {
			Files.delete(file);
		}
	}

	private static String toMarkdown(List<String> csv) throws IOException {
		Map<String, List<Double>> rows = new LinkedHashMap<>();
		for (String line : csv.subList(1, csv.size())) {
			String[] fields = line.replace("\"", "").split(",");
			String name = fields[0].substring(fields[0].indexOf(".codec.") + ".codec.".length());
			int secondary = name.indexOf(':');
			if (secondary < 0 || name.endsWith(ALLOCATED)) {
				rows.computeIfAbsent((secondary < 0) ? name : name.substring(0, secondary), (key) -> new ArrayList<>())
					.add(Double.valueOf(fields[4]));
			}
		}
		StringBuilder table = new StringBuilder("| JMH benchmark | ns | bytes allocated |\n|---|--:|--:|\n");
		for (Map.Entry<String, List<Double>> row : rows.entrySet()) {
			if (row.getValue().size() != 2) {
				throw new IOException("JMH told of " + row);
			}
			table.append(String.format(Locale.ROOT, "| `%s` | %.0f | %.0f |%n", row.getKey(), row.getValue().get(0),
					row.getValue().get(1)));
		}
		return table.toString();
	}

}
