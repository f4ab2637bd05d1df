package io.pystrix.agi.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class StreamSourceTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final PipedOutputStream out = new PipedOutputStream();

	private final StreamSource source;

	StreamSourceTests() throws IOException {
		this.source = new StreamSource(new PipedInputStream(this.out));
	}

	@AfterEach
	void forgetInterruption() {
		Thread.interrupted();
	}

	@Test
	void whatIsThereIsReadInTime() throws IOException {
		write("abc");
		assertThat(this.source.available()).isEqualTo(3);
		assertThat(read(2, Deadline.in(PATIENCE))).isEqualTo("ab");
		assertThat(read(2, Deadline.NEVER)).isEqualTo("c");
	}

	@Test
	void whatComesAfterADeadlineIsReadByTheNextReads() throws IOException {
		assertThatExceptionOfType(SocketTimeoutException.class)
			.isThrownBy(() -> read(10, Deadline.in(Duration.ofMillis(5))));
		assertThatExceptionOfType(SocketTimeoutException.class)
			.isThrownBy(() -> read(10, Deadline.in(Duration.ofMillis(5))));
		write("abc");
		await().atMost(PATIENCE).until(() -> this.source.available() == 3);
		assertThat(read(1, Deadline.in(PATIENCE))).isEqualTo("a");
		assertThat(this.source.available()).isEqualTo(2);
		write("d");
		assertThat(read(10, Deadline.NEVER)).isEqualTo("bc");
		assertThat(read(10, Deadline.NEVER)).isEqualTo("d");
	}

	@Test
	void theEndIsNoticedBeforeTheDeadline() throws IOException {
		assertThatExceptionOfType(SocketTimeoutException.class)
			.isThrownBy(() -> read(10, Deadline.in(Duration.ofMillis(5))));
		this.out.close();
		assertThat(this.source.read(new byte[1], 0, 1, Deadline.in(PATIENCE))).isEqualTo(-1);
		assertThat(this.source.read(new byte[1], 0, 1, Deadline.in(PATIENCE))).isEqualTo(-1);
		assertThat(this.source.available()).isZero();
	}

	@Test
	void anInterruptionWaitsForTheDeadline() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(SocketTimeoutException.class)
			.isThrownBy(() -> read(10, Deadline.in(Duration.ofMillis(5))));
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

	@Test
	void aStreamThatFailsDoesSoInTheRead() {
		StreamSource broken = new StreamSource(new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("broken");
			}

		});
		assertThatIOException().isThrownBy(() -> broken.read(new byte[1], 0, 1, Deadline.in(PATIENCE)))
			.withRootCauseInstanceOf(IOException.class)
			.withStackTraceContaining("broken");
	}

	private void write(String text) throws IOException {
		this.out.write(text.getBytes(StandardCharsets.US_ASCII));
		this.out.flush();
	}

	private String read(int length, Deadline deadline) throws IOException {
		byte[] buffer = new byte[length];
		return new String(buffer, 0, this.source.read(buffer, 0, length, deadline), StandardCharsets.US_ASCII);
	}

}
