package io.pystrix.demo.stream;

import java.time.Duration;

import com.jayway.jsonpath.JsonPath;
import io.pystrix.ami.Manager;
import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.ami.AmiFrame;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What open pages are told, and what becomes of those that do not listen.
 */
@Timeout(120)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "demo.stream.max-pages=2",
		"demo.stream.interval=20ms", "demo.stream.heartbeat=50ms", "server.tomcat.connection-timeout=2s" })
class StreamTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@LocalServerPort
	private int port;

	@Autowired
	private Broadcast broadcast;

	@Autowired
	private AsteriskSimulator asterisk;

	@Autowired
	private Manager manager;

	@BeforeEach
	void awaitQuiet() {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.broadcast.pages() == 0 && this.manager.status().fullyBooted());
	}

	@Test
	void aPageIsToldEverythingAndThenWhatChanges() throws Exception {
		try (OpenPage page = OpenPage.reading(this.port)) {
			page.awaitLine("event:snapshot");
			String snapshot = page.awaitLine("data:").substring("data:".length());
			assertThat(JsonPath.<String>read(snapshot, "$.sections.connections[0].state")).isEqualTo("connected");
			assertThat(JsonPath.<String>read(snapshot, "$.sections.connections[1].scripts[0].name")).isNotEmpty();
			this.asterisk.ami().broadcast(AmiFrame.event("UserEvent").with("UserEvent", "told"));
			page.awaitLine("event:change");
			page.awaitLine("UserEvent: told");
			page.awaitLine("event:heartbeat");
		}
	}

	@Test
	void noMorePagesAreServedThanMayBeOpen() throws Exception {
		try (OpenPage first = OpenPage.reading(this.port); OpenPage second = OpenPage.reading(this.port)) {
			first.awaitLine("event:snapshot");
			second.awaitLine("event:snapshot");
			try (OpenPage third = OpenPage.reading(this.port)) {
				assertThat(third.awaitLine("HTTP/1.1")).contains("503");
				assertThat(third.awaitLine("Retry-After")).endsWith("10");
			}
		}
		awaitQuiet();
		try (OpenPage next = OpenPage.reading(this.port)) {
			next.awaitLine("event:snapshot");
		}
	}

	@Test
	void aPageThatStopsReadingIsCutOffAndHoldsNoThread() throws Exception {
		AmiFrame large = AmiFrame.event("UserEvent");
		for (int i = 0; i < 40; i++) {
			large = large.with("Header" + i, "x".repeat(300));
		}
		AmiFrame event = large;
		try (OpenPage deaf = OpenPage.readingTo("event:snapshot", this.port)) {
			deaf.awaitLine("event:snapshot");
			Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
				for (int i = 0; i < 50; i++) {
					this.asterisk.ami().broadcast(event);
				}
				return this.broadcast.pages() == 0;
			});
			Awaitility.await()
				.atMost(PATIENCE)
				.untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
					.noneMatch((name) -> name.startsWith("page-")));
		}
	}

	@Test
	void pagesEndWhenTheApplicationStops() throws Exception {
		try (OpenPage page = OpenPage.reading(this.port)) {
			page.awaitLine("event:snapshot");
			this.broadcast.stop();
			page.awaitEnd();
			try (OpenPage late = OpenPage.reading(this.port)) {
				assertThat(late.awaitLine("HTTP/1.1")).contains("503");
			}
		}
		finally {
			this.broadcast.start();
		}
	}

}
