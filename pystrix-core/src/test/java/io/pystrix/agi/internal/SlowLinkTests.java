package io.pystrix.agi.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.AgiResultHangupException;
import io.pystrix.agi.AgiUnknownResponseException;
import io.pystrix.agi.AgiUsageException;
import io.pystrix.agi.RecordOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Replies and notices that take their time. The time is that of the test.
 */
class SlowLinkTests {

	private static final String USAGE = "520-Invalid command syntax.  Proper usage follows:\n"
			+ "\nExecutes <application> with given <options>.\n\n520 no\n\n520 End of proper usage.\n";

	private final Link link = new Link();

	private final AgiSession agi = this.link.session();

	@ParameterizedTest
	@ValueSource(longs = { 1, 250, 700, 2500 })
	void aHangupThatTheReplyStatesNeedsNoNotice(long millis) {
		this.link.answers(millis, "200 result=-1 (hangup) endpos=800\n");
		assertThatExceptionOfType(AgiResultHangupException.class)
			.isThrownBy(() -> this.agi.recordFile("f", "gsm", RecordOptions.until("#")));
		assertThat(this.agi.isHungUp()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 250, 700, 2500 })
	void theNoticeMayTakeARoundTripMore(long millis) {
		this.link.answers(millis, "200 result=0\n");
		this.agi.noop();
		this.link.answers(millis, "200 result=-1 endpos=800\n").then(millis + 100, "HANGUP\n");
		assertThatExceptionOfType(AgiHangupException.class).isThrownBy(() -> this.agi.streamFile("f"));
	}

	@Test
	void aFailureIsNotWaitedForLongerThanTheFastestReplyTook() {
		this.link.answers(5, "200 result=0\n");
		this.agi.noop();
		this.link.answers(9000, "200 result=-1 endpos=800\n").then(1000, "HANGUP\n");
		assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> this.agi.streamFile("f"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "EXEC", "exec", "Exec" })
	void aUsageThatComesWithTheNextReplyIsNotTheReply(String verb) {
		this.link.answers(300, "200 result=1\n");
		assertThat(this.agi.execute(AgiCommand.of(verb, "Odd")).result()).isEqualTo("1");
		this.link.answers(300, USAGE + "200 result=1 (own)\n");
		assertThat(this.agi.getVariable("OWN")).hasValue("own");
		this.link.answers(300, USAGE);
		assertThatExceptionOfType(AgiUsageException.class).isThrownBy(this.agi::noop);
	}

	@Test
	void aUsageMayBeCutAnywhere() {
		for (int cut = 0; cut <= USAGE.length(); cut++) {
			Link link = new Link();
			AgiSession agi = link.session();
			link.answers(1, "200 result=1\n");
			assertThat(agi.exec("Odd")).isEqualTo(1);
			link.arrives(USAGE.substring(0, cut));
			assertThat(agi.isHungUp()).isFalse();
			link.answers(1, USAGE.substring(cut) + "200 result=1 (own)\n");
			assertThat(agi.getVariable("OWN")).as("cut at %d", cut).hasValue("own");
		}
	}

	@Test
	void aPeerThatSendsNoUsageAfterExecIsUnderstood() {
		this.link.answers(1, "200 result=1\n");
		assertThat(this.agi.exec("Odd")).isEqualTo(1);
		this.link.answers(1, "520-Invalid command syntax.  Proper usage follows:\nPlays.\n520 End of proper usage.\n");
		assertThatExceptionOfType(AgiUsageException.class).isThrownBy(() -> this.agi.streamFile("f"));
	}

	@Test
	void theRestOfALongValueMayTakeARoundTrip() {
		String start = "x".repeat(14_000) + ")\n";
		this.link.answers(700, "200 result=1 (" + start).then(600, "HANGUP\n200 result=1 (forged))\n");
		assertThat(this.agi.getVariable("X")).hasValue(start + "HANGUP\n200 result=1 (forged)");
		assertThat(this.agi.isHungUp()).isFalse();
	}

	@Test
	void theLateRestOfAValueIsNoHangup() {
		this.link.answers(700, "200 result=1 (a)\n");
		assertThat(this.agi.getVariable("X")).hasValue("a");
		this.link.arrives("HANGUP\nb");
		assertThat(this.agi.isHungUp()).isFalse();
		this.link.arrives(")\n");
		assertThat(this.agi.isHungUp()).isFalse();
		this.link.answers(700, "200 result=1 (a)\n");
		assertThat(this.agi.getVariable("X")).hasValue("a");
		this.link.answers(700, "HANGUP\nb)\n200 result=0\n");
		this.agi.noop();
		assertThat(this.agi.isHungUp()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "200 result=1 (never", "520-Invalid command syntax.\n",
			"200 result=1 (speech) endpos=0 results=1 score0=1 text0=\"" })
	void aReplyThatIsCutEndsTheSession(String start) {
		this.link.answers(1, start);
		assertThatExceptionOfType(AgiUnknownResponseException.class)
			.isThrownBy(() -> this.agi.execute(AgiCommand.of("X")))
			.withMessage("A part of a reply, and nothing more within 30 seconds, came instead of a reply to X");
		assertThat(this.agi.isUsable()).isFalse();
	}

	/** An Asterisk that is far away. */
	private static final class Link extends OutputStream implements ByteSource {

		private final Deque<Map.Entry<Long, byte[]>> underWay = new ArrayDeque<>();

		private byte[] arrived = {};

		private long millis = 0;

		AgiSession session() {
			HangupNotice hangup = new HangupNotice();
			LineReader reader = new LineReader(this, StandardCharsets.UTF_8);
			return new AgiSession(new StreamTransport(reader, this, StandardCharsets.UTF_8, hangup, () -> {
			}, new RoundTrip(() -> this.millis * 1_000_000)), AgiEnvironment.of(Map.of()), hangup, null, null);
		}

		/** What arrives so long after the next command, or after what arrived before. */
		Link answers(long millis, String text) {
			this.underWay.add(Map.entry(millis, text.getBytes(StandardCharsets.UTF_8)));
			return this;
		}

		void then(long millis, String text) {
			answers(millis, text);
		}

		void arrives(String text) {
			this.arrived = text.getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public int available() {
			return this.arrived.length;
		}

		@Override
		public int read(byte[] buffer, int offset, int length, Deadline deadline) throws IOException {
			if (this.arrived.length == 0) {
				await(deadline);
			}
			int count = Math.min(length, this.arrived.length);
			System.arraycopy(this.arrived, 0, buffer, offset, count);
			this.arrived = Arrays.copyOfRange(this.arrived, count, this.arrived.length);
			return count;
		}

		@Override
		public void write(int b) {
			throw new UnsupportedOperationException("A command has to be one write");
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			assertThat(this.arrived).isEmpty();
		}

		private void await(Deadline deadline) throws IOException {
			Map.Entry<Long, byte[]> next = this.underWay.peek();
			int left = deadline.remainingMillis();
			if (next == null || left != 0 && left < next.getKey()) {
				this.underWay.clear();
				throw new SocketTimeoutException("Nothing arrives within " + Duration.ofMillis(left));
			}
			this.underWay.remove();
			this.millis += next.getKey();
			this.arrived = next.getValue();
		}

	}

}
