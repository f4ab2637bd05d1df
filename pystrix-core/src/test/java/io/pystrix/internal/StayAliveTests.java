package io.pystrix.internal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link StayAlive}.
 */
class StayAliveTests {

	@Test
	void thereIsAThreadThatIsNoDaemonWhileAnythingIsInService() {
		Object one = new Object();
		Object other = new Object();
		StayAlive.begin(one);
		StayAlive.begin(other);
		StayAlive.end(one);
		assertThat(threads()).isOne();
		StayAlive.end(other);
		StayAlive.end(other);
		// Tests of this JVM may have managers that are connected at the same time
		await().until(() -> threads() == 0 || threads() == 1);
		StayAlive.begin(one);
		assertThat(threads()).isOne();
		StayAlive.end(one);
	}

	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("pystrix-stay-alive") && !thread.isDaemon())
			.count();
	}

}
