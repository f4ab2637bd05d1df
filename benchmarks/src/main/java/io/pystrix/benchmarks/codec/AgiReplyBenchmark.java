package io.pystrix.benchmarks.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.internal.ByteSource;
import io.pystrix.agi.internal.Deadline;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineReader;
import io.pystrix.agi.internal.LineSource;
import io.pystrix.agi.internal.ReplyReader;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Replies of the usual shapes, from bytes to parsed. Time is per reply.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AgiReplyBenchmark {

	private static final int REPLIES = 5;

	private final byte[] stream = """
			200 result=0
			200 result=49 endpos=16000
			200 result=1234 (timeout)
			510 Invalid or unknown command
			200 result=1 (PJSIP/100-00000001)
			""".getBytes(StandardCharsets.US_ASCII);

	@Benchmark
	@OperationsPerInvocation(REPLIES)
	public void parse(Blackhole blackhole) throws IOException {
		ByteSource bytes = ByteSource.of(new ByteArrayInputStream(this.stream));
		LineReader lines = new LineReader(bytes, StandardCharsets.UTF_8);
		ReplyReader replies = new ReplyReader(new Lines(lines), new HangupNotice());
		for (int i = 0; i < REPLIES; i++) {
			blackhole.consume(replies.read());
		}
	}

	private record Lines(LineReader reader) implements LineSource {

		@Override
		public @Nullable String next() throws IOException {
			return this.reader.readLine(1 << 20, Deadline.NEVER);
		}

		@Override
		public @Nullable String rest() throws IOException {
			return next();
		}

		/** Asterisk sends a reply when it is asked, so there is never another one yet. */
		@Override
		public boolean goesOn(int length) {
			return false;
		}

	}

}
