package io.pystrix.ami.internal;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RouteCacheTests {

	private final AtomicInteger made = new AtomicInteger();

	private final RouteCache<String> cache = new RouteCache<>((name) -> {
		this.made.incrementAndGet();
		return name.toUpperCase();
	});

	@Test
	void valueOfANameIsMadeOnce() {
		assertThat(get("Hangup")).isEqualTo("HANGUP");
		assertThat(get("Hangup")).isEqualTo("HANGUP");
		assertThat(get("Hold")).isEqualTo("HOLD");
		assertThat(this.made).hasValue(2);
	}

	@Test
	void inventedNamesDoNotFillTheMemory() {
		for (int i = 0; i < 10_000; i++) {
			assertThat(get("Event" + i)).isEqualTo("EVENT" + i);
		}
		this.made.set(0);
		get("Event0");
		assertThat(this.made).hasValue(0);
		get("Event9999");
		assertThat(this.made).hasValue(1);
	}

	private String get(String name) {
		byte[] bytes = ("Event: " + name + "\r\n").getBytes(StandardCharsets.UTF_8);
		return this.cache.get(bytes, 7, bytes.length - 2);
	}

}
