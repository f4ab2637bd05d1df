package io.pystrix.demo.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;

import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.util.FileSystemUtils;

/**
 * A headless Chromium with an empty profile. Because it is told where browser and driver
 * are, Selenium looks for neither in the network.
 */
final class Browser implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final Duration POLL = Duration.ofMillis(50);

	private final Path profile;

	private final ChromeDriver driver;

	Browser() {
		System.setProperty("webdriver.remote.enableTracing", "false");
		Programs programs = Programs.find().orElseThrow();
		this.profile = profile();
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions().setBinary(programs.chromium())
			.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
					"--disable-background-networking", "--disable-component-update", "--disable-sync",
					"--user-data-dir=" + this.profile);
		options.setCapability("goog:loggingPrefs", logs);
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(programs.driver())
			.usingAnyFreePort()
			.build();
		this.driver = new ChromeDriver(service, options);
	}

	private static Path profile() {
		try {
			return Files.createTempDirectory("chromium");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	ChromeDriver driver() {
		return this.driver;
	}

	/**
	 * Waits until something is so.
	 * @param what what is waited for, for the message
	 * @param condition is asked again as long as it is {@code null} or {@code false}
	 * @return what the condition has found
	 */
	<T> T await(String what, Function<ChromeDriver, T> condition) {
		return await(what, PATIENCE, condition);
	}

	/**
	 * Waits for a while until something is so.
	 * @return whether it is
	 */
	boolean isSoon(Duration patience, Function<ChromeDriver, Boolean> condition) {
		try {
			return await("it is so", patience, condition);
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

	private <T> T await(String what, Duration patience, Function<ChromeDriver, T> condition) {
		return new WebDriverWait(this.driver, patience, POLL).ignoring(StaleElementReferenceException.class)
			.withMessage(what)
			.until((driver) -> condition.apply(this.driver));
	}

	void size(int width, int height) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
	}

	void preferColours(String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
	}

	/**
	 * Returns what the browser has to complain of since it was last asked: errors of
	 * scripts, and what the page's own policy forbids.
	 * @return the messages
	 */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	@Override
	public void close() {
		try {
			this.driver.quit();
		}
		finally {
			FileSystemUtils.deleteRecursively(this.profile.toFile());
		}
	}

}
