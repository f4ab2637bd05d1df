package io.pystrix.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class WatchedOutputTests {

	@Test
	void isStuckWhileAWriteTakesTooLongAndNotBefore() throws IOException {
		boolean[] stuck = new boolean[2];
		WatchedOutput[] watched = new WatchedOutput[1];
		watched[0] = new WatchedOutput(new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				stuck[0] = watched[0].isStuck(Duration.ofSeconds(-1));
				stuck[1] = watched[0].isStuck(Duration.ofHours(1));
				throw new IOException("Closed");
			}
		});
		assertThat(watched[0].isStuck(Duration.ofSeconds(-1))).isFalse();
		assertThatIOException().isThrownBy(() -> watched[0].write(1));
		assertThat(stuck).containsExactly(true, false);
		assertThat(watched[0].isStuck(Duration.ofSeconds(-1))).isFalse();
	}

	@Test
	void allIsWritten() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (WatchedOutput watched = new WatchedOutput(out)) {
			watched.write('a');
			watched.write(new byte[] { 'b', 'c' });
			watched.flush();
		}
		assertThat(out).hasToString("abc");
	}

}
