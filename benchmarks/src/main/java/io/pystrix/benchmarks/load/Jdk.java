package io.pystrix.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A JDK that is measured.
 *
 * @param home where it is installed
 * @param version what it says it is
 */
record Jdk(Path home, String version) {

	static Jdk at(Path home) throws IOException {
		Properties release = new Properties();
		try (InputStream in = Files.newInputStream(home.resolve("release"))) {
			release.load(in);
		}
		return new Jdk(home, release.getProperty("JAVA_VERSION", "?").replace("\"", ""));
	}

	static Jdk current() {
		return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().toString());
	}

	int feature() {
		return Runtime.Version.parse(this.version).feature();
	}

	boolean hasVirtualThreads() {
		return feature() >= 21;
	}

	String java() {
		return this.home.resolve("bin").resolve("java").toString();
	}

	@Override
	public String toString() {
		return "JDK " + feature();
	}

}
