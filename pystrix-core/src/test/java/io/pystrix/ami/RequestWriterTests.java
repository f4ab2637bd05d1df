package io.pystrix.ami;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.pystrix.ami.message.AmiAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@Timeout(60)
class RequestWriterTests {

	private final ExecutorService threads = Executors.newCachedThreadPool();

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void whoFindsSomebodyWritingLeavesHisRequestToHim() throws Exception {
		SlowLink link = new SlowLink();
		RequestWriter writer = new RequestWriter(link);
		PendingAction first = pending();
		Future<?> writing = write(writer, "first", first);
		link.entered.await();
		PendingAction second = pending();
		PendingAction third = pending();
		writer.write(bytes("second"), second, false);
		writer.write(bytes("third"), third, true);
		assertThat(second.isSent()).isFalse();
		link.free.countDown();
		writing.get();
		assertThat(link.writes).containsExactly("first", "secondthird");
		assertThat(List.of(first, second, third)).allMatch(PendingAction::isSent);
	}

	@Test
	void whoHasMuchToSayWaitsForAPeerThatDoesNotRead() throws Exception {
		SlowLink link = new SlowLink();
		RequestWriter writer = new RequestWriter(link);
		Future<?> writing = write(writer, "first", pending());
		link.entered.await();
		Future<?> large = write(writer, "x".repeat(70_000), pending());
		assertThat(large.isDone()).isFalse();
		link.free.countDown();
		writing.get();
		large.get();
		assertThat(link.writes).hasSize(2).first().isEqualTo("first");
	}

	@Test
	void everyRequestIsWrittenOnceAsAWholeAndThoseOfOneThreadInOrder() throws Exception {
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		RequestWriter writer = new RequestWriter(written);
		List<Future<?>> writing = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			String name = "thread" + i + " ";
			writing.add(this.threads.submit(() -> {
				for (int n = 0; n < 500; n++) {
					writer.write(bytes(name + n + "\n"), pending(), true);
				}
				return null;
			}));
		}
		for (Future<?> thread : writing) {
			thread.get();
		}
		List<String> lines = written.toString(StandardCharsets.US_ASCII).lines().toList();
		assertThat(lines).hasSize(8 * 500);
		for (int i = 0; i < 8; i++) {
			String name = "thread" + i + " ";
			List<String> expected = new ArrayList<>();
			for (int n = 0; n < 500; n++) {
				expected.add(name + n);
			}
			assertThat(lines.stream().filter((line) -> line.startsWith(name))).containsExactlyElementsOf(expected);
		}
	}

	@Test
	void theLastWordIsSaidOnlyIfNobodyIsWriting() throws Exception {
		SlowLink link = new SlowLink();
		RequestWriter writer = new RequestWriter(link);
		Future<?> writing = write(writer, "first", pending());
		link.entered.await();
		writer.tryToEndWith(bytes("too early"));
		link.free.countDown();
		writing.get();
		writer.tryToEndWith(bytes("last"));
		assertThat(link.writes).containsExactly("first", "last");
	}

	@Test
	void whoWritesIsToldThatTheLinkIsBroken() {
		RequestWriter broken = new RequestWriter(new OutputStream() {

			@Override
			public void write(int b) throws IOException {
				throw new IOException("broken");
			}

		});
		PendingAction pending = pending();
		assertThatIOException().isThrownBy(() -> broken.write(bytes("a"), pending, false)).withMessage("broken");
		assertThat(pending.isSent()).isFalse();
	}

	private Future<?> write(RequestWriter writer, String text, PendingAction pending) {
		return this.threads.submit(() -> {
			writer.write(bytes(text), pending, false);
			return null;
		});
	}

	private static PendingAction pending() {
		return new PendingAction(AmiAction.named("Ping"), Duration.ZERO, null);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/** Writes nothing until it is free. */
	private static final class SlowLink extends OutputStream {

		private final List<String> writes = new CopyOnWriteArrayList<>();

		private final CountDownLatch entered = new CountDownLatch(1);

		private final CountDownLatch free = new CountDownLatch(1);

		@Override
		public void write(int b) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void write(byte[] bytes) throws IOException {
			this.entered.countDown();
			try {
				this.free.await();
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
			this.writes.add(new String(bytes, StandardCharsets.US_ASCII));
		}

	}

}
