package io.pystrix.demo.browser;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser and its driver on this machine. Nothing is downloaded.
 *
 * @param chromium the browser
 * @param driver the driver, of the same version
 */
record Programs(File chromium, File driver) {

	private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

	/**
	 * Looks for them: as named by the system properties {@code browser.chromium} and
	 * {@code browser.chromedriver}, or by the environment variables
	 * {@code PYSTRIX_CHROMIUM} and {@code PYSTRIX_CHROMEDRIVER}, or on the path.
	 * @return both, empty if one is missing
	 */
	static Optional<Programs> find() {
		Optional<File> chromium = find("browser.chromium", "PYSTRIX_CHROMIUM", BROWSERS);
		Optional<File> driver = find("browser.chromedriver", "PYSTRIX_CHROMEDRIVER", List.of("chromedriver"));
		return chromium.flatMap((browser) -> driver.map((program) -> new Programs(browser, program)));
	}

	private static Optional<File> find(String property, String variable, List<String> names) {
		String named = System.getProperty(property, System.getenv(variable));
		Stream<File> candidates = (named != null) ? Stream.of(new File(named))
				: Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator))
					.flatMap((folder) -> names.stream().map((name) -> new File(folder, name)));
		return candidates.filter(File::canExecute).filter(File::isFile).findFirst();
	}

}
