package io.pystrix;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.sun.management.UnixOperatingSystemMXBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What must be there again afterwards: threads that do something, and open files.
 */
public final class Resources {

	// Classes are read and logs are opened in between
	private static final long FILES_OF_OTHERS = 8;

	private final int threads;

	private final long files;

	private Resources() {
		this.threads = threads().size();
		this.files = files();
	}

	public static Resources now() {
		return new Resources();
	}

	/** Waits until there is no more than there was. */
	public void awaitFreed() {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(threads()).hasSizeLessThanOrEqualTo(this.threads);
			assertThat(files()).as("open files").isLessThanOrEqualTo(this.files + FILES_OF_OTHERS);
		});
	}

	/** Those of this library. One that waits in a pool for its next task is free. */
	private static List<String> threads() {
		return Thread.getAllStackTraces()
			.entrySet()
			.stream()
			.filter((thread) -> thread.getKey().getName().matches("(ami|fastagi|asyncagi)-.*"))
			.filter((thread) -> Arrays.stream(thread.getValue())
				.noneMatch((frame) -> frame.getMethodName().equals("getTask")))
			.map((thread) -> thread.getKey().getName())
			.toList();
	}

	private static long files() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
				? unix.getOpenFileDescriptorCount() : 0;
	}

}
