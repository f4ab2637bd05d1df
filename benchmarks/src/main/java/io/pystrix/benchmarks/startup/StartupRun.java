package io.pystrix.benchmarks.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.agi.process.ProcessAgi;

/**
 * Starts a process AGI again and again as Asterisk would, by the JDK that runs this, and
 * prints how long it took to the first command and to the end, and what it cost. In each
 * round every way of starting has its turn.
 */
public final class StartupRun {

	private static final int DEFAULT_ROUNDS = 20;

	private static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=warning:stderr");

	private static final String ENVIRONMENT = "agi_request: script.sh\nagi_channel: Local/100@default-00000001;1\n"
			+ "agi_language: en\nagi_type: Local\nagi_uniqueid: 1795227302.97\nagi_version: 22.10.1\n"
			+ "agi_callerid: unknown\nagi_calleridname: unknown\nagi_context: default\nagi_extension: 100\n"
			+ "agi_priority: 2\nagi_enhanced: 0.0\nagi_arg_1: first\nagi_arg_2: second argument\n\n";

	private StartupRun() {
	}

	/**
	 * Measures all ways of starting.
	 * @param args the number of rounds; none for twenty
	 * @throws Exception if a process does not do what it should
	 */
	public static void run(String[] args) throws Exception {
		int rounds = (args.length > 0) ? Integer.parseInt(args[0]) : DEFAULT_ROUNDS;
		Path folder = Files.createTempDirectory("startup");
		Map<String, List<String>> ways = ways(folder);
		Map<String, List<long[]>> times = new LinkedHashMap<>();
		for (int round = 1; round <= rounds; round++) {
			System.err.printf("round %d of %d%n", round, rounds);
			for (Map.Entry<String, List<String>> way : ways.entrySet()) {
				times.computeIfAbsent(way.getKey(), (key) -> new ArrayList<>()).add(measure(way.getValue()));
			}
		}
		print(times, rounds);
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			for (Path file : files) {
				Files.delete(file);
			}
		}
		Files.delete(folder);
	}

	private static Map<String, List<String>> ways(Path folder) throws Exception {
		String jar = StartupJar.write(folder).toString();
		List<String> floor = List.of("-cp", jar, Floor.class.getName());
		List<String> script = List.of("-cp", jar, ProcessAgi.class.getName(), StartupScript.class.getName());
		Map<String, List<String>> ways = new LinkedHashMap<>();
		ways.put("no library: an empty `main`", command(List.of(), floor));
		ways.put("plain", command(List.of(), script));
		ways.put("C1, serial GC", command(SMALL, script));
		String archive = folder.resolve("plain.jsa").toString();
		measure(command(List.of("-XX:ArchiveClassesAtExit=" + archive), script));
		ways.put("AppCDS", command(List.of("-XX:SharedArchiveFile=" + archive), script));
		String small = folder.resolve("small.jsa").toString();
		measure(command(join(SMALL, List.of("-XX:ArchiveClassesAtExit=" + small)), script));
		ways.put("AppCDS, C1, serial GC", command(join(SMALL, List.of("-XX:SharedArchiveFile=" + small)), script));
		if (Runtime.version().feature() >= 25) {
			String cache = folder.resolve("plain.aot").toString();
			measure(command(List.of("-XX:AOTCacheOutput=" + cache), script));
			ways.put("AOT cache", command(List.of("-XX:AOTCache=" + cache), script));
			String smallCache = folder.resolve("small.aot").toString();
			measure(command(join(SMALL, List.of("-XX:AOTCacheOutput=" + smallCache)), script));
			ways.put("AOT cache, C1, serial GC", command(join(SMALL, List.of("-XX:AOTCache=" + smallCache)), script));
		}
		return ways;
	}

	private static List<String> command(List<String> options, List<String> what) {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return join(join(List.of(java), QUIET), join(options, what));
	}

	private static List<String> join(List<String> first, List<String> second) {
		List<String> joined = new ArrayList<>(first);
		joined.addAll(second);
		return joined;
	}

	/** To the first command, to the end, and on processors meanwhile; in nanoseconds. */
	private static long[] measure(List<String> command) throws IOException, InterruptedException {
		long cpu = cpuOfChildren();
		long start = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		BufferedReader commands = process.inputReader(StandardCharsets.UTF_8);
		OutputStream replies = process.getOutputStream();
		replies.write(ENVIRONMENT.getBytes(StandardCharsets.UTF_8));
		replies.flush();
		String first = commands.readLine();
		long answered = System.nanoTime();
		replies.write("200 result=0\n".getBytes(StandardCharsets.UTF_8));
		replies.close();
		int status = process.waitFor();
		long end = System.nanoTime();
		if (!"ANSWER".equals(first) || status != 0) {
			throw new IllegalStateException(command + " began with '" + first + "' and ended with " + status);
		}
		return new long[] { answered - start, end - start, cpuOfChildren() - cpu };
	}

	/** Of those that have ended. Linux counts it in hundredths of a second. */
	private static long cpuOfChildren() throws IOException {
		String stat = Files.readString(Path.of("/proc/self/stat"));
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * 10_000_000;
	}

	private static void print(Map<String, List<long[]>> times, int rounds) {
		System.out.println(
				"| | first command, ms | plain = 1 | fastest, ms | end of the process, ms | CPU, ms | plain = 1 |");
		System.out.println("|---|--:|--:|--:|--:|--:|--:|");
		List<long[]> plain = times.getOrDefault("plain", List.of());
		times.forEach((way, samples) -> System.out.printf("| %s | %.0f | %.2f | %.0f | %.0f | %.0f | %.2f |%n", way,
				median(samples, 0), median(samples, 0) / median(plain, 0),
				samples.stream().mapToLong((sample) -> sample[0]).min().orElseThrow() / 1e6, median(samples, 1),
				mean(samples), mean(samples) / mean(plain)));
		System.out.printf("%nMedians of %d rounds, means of CPU. JDK %s, %d processors.%n", rounds,
				System.getProperty("java.runtime.version"), Runtime.getRuntime().availableProcessors());
	}

	private static double mean(List<long[]> samples) {
		return samples.stream().mapToLong((sample) -> sample[2]).average().orElse(Double.NaN) / 1e6;
	}

	private static double median(List<long[]> samples, int index) {
		long[] sorted = samples.stream().mapToLong((sample) -> sample[index]).sorted().toArray();
		return sorted[sorted.length / 2] / 1e6;
	}

}
