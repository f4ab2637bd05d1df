package io.pystrix.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The time from the start of the demo's process to the moment when its health is told to
 * be fine: the application is up, and so is its connection to the PBX.
 */
final class DemoStart {

	private static final Path FOLDER = Path.of("demo-app", "target");

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private DemoStart() {
	}

	/** The jar of the demo if it has been built. */
	static @Nullable Path jar() throws IOException {
		if (Files.isDirectory(FOLDER)) {
			try (DirectoryStream<Path> jars = Files.newDirectoryStream(FOLDER, "pystrix-demo-app-*.jar")) {
				for (Path jar : jars) {
					if (!jar.toString().contains("-sources") && !jar.toString().contains("-javadoc")) {
						return jar;
					}
				}
			}
		}
		return null;
	}

	static String measure(Jdk jdk, Path jar, int rounds) throws Exception {
		List<Double> plain = new ArrayList<>();
		List<Double> settled = new ArrayList<>();
		for (int round = 1; round <= rounds; round++) {
			System.err.printf("%s, start of the demo, round %d of %d%n", jdk, round, rounds);
			plain.add(start(jdk, jar, List.of()));
			settled.add(start(jdk, jar, List.of("-Dspring.aot.enabled=true")));
		}
		return """
				| start of the demo until its health is `UP` | seconds | fastest |
				|---|--:|--:|
				""" + row("plain", plain) + row("beans settled when it was built", settled);
	}

	private static String row(String name, List<Double> seconds) {
		return String.format(Locale.ROOT, "| %s | %.1f | %.1f |%n", name,
				Ratio.median(seconds.stream().mapToDouble(Double::doubleValue)),
				seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow());
	}

	private static double start(Jdk jdk, Path jar, List<String> options) throws Exception {
		List<String> command = new ArrayList<>(List.of(jdk.java()));
		command.addAll(options);
		command.addAll(List.of("-jar", jar.toString(), "--server.port=0"));
		Path log = Files.createTempFile("demo", ".log");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("ASTERISK_"));
		long start = System.nanoTime();
		Process process = builder.start();
		try {
			HttpClient client = HttpClient.newHttpClient();
			while (!isUp(client, log)) {
				if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
					throw new IOException("The demo did not start: " + Files.readString(log));
				}
				Thread.sleep(20);
			}
			return (System.nanoTime() - start) / 1e9;
		}
		finally {
			process.destroy();
			process.waitFor();
			Files.delete(log);
		}
	}

	private static boolean isUp(HttpClient client, Path log) throws IOException, InterruptedException {
		Matcher port = PORT.matcher(Files.readString(log));
		if (!port.find()) {
			return false;
		}
		URI health = URI.create("http://127.0.0.1:" + port.group(1) + "/actuator/health");
		try {
			HttpResponse<String> response = client.send(HttpRequest.newBuilder(health).build(),
					HttpResponse.BodyHandlers.ofString());
			return response.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
