package io.pystrix.benchmarks.startup;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What an application would consist of: the library and its logging, without the rest of
 * the benchmarks.
 */
final class StartupJar {

	private StartupJar() {
	}

	static Path write(Path folder) throws IOException, URISyntaxException {
		Path all = Path.of(StartupJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		Path jar = folder.resolve("script.jar");
		try (JarFile in = new JarFile(all.toFile());
				ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
			for (Enumeration<JarEntry> entries = in.entries(); entries.hasMoreElements();) {
				JarEntry entry = entries.nextElement();
				if (belongs(entry.getName())) {
					out.putNextEntry(new ZipEntry(entry.getName()));
					in.getInputStream(entry).transferTo(out);
				}
			}
		}
		return jar;
	}

	private static boolean belongs(String name) {
		return name.startsWith("io/pystrix/") || name.startsWith("org/slf4j/")
				|| name.startsWith("META-INF/services/org.slf4j");
	}

}
