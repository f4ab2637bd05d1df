package io.pystrix.benchmarks.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.pystrix.ami.internal.FrameReader;
import io.pystrix.ami.internal.HeaderIndex;
import io.pystrix.benchmarks.peer.Capture;
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
 * The captured messages, one by one: cut from the stream, then indexed, then two headers
 * read. Time is per message.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AmiCodecBenchmark {

	private static final int MESSAGES = 353;

	private final byte[] stream;

	/**
	 * Loads the messages.
	 */
	public AmiCodecBenchmark() {
		List<byte[]> messages = Capture.messages();
		if (messages.size() != MESSAGES) {
			throw new IllegalStateException("The capture has " + messages.size() + " messages");
		}
		this.stream = Capture.join(messages);
	}

	@Benchmark
	@OperationsPerInvocation(MESSAGES)
	public void frame(Blackhole blackhole) throws IOException {
		FrameReader reader = reader();
		for (int i = 0; i < MESSAGES; i++) {
			reader.next();
			blackhole.consume(reader.end());
		}
	}

	@Benchmark
	@OperationsPerInvocation(MESSAGES)
	public void frameAndIndex(Blackhole blackhole) throws IOException {
		FrameReader reader = reader();
		for (int i = 0; i < MESSAGES; i++) {
			reader.next();
			blackhole.consume(HeaderIndex.of(reader.buffer(), reader.start(), reader.end()));
		}
	}

	@Benchmark
	@OperationsPerInvocation(MESSAGES)
	public void frameIndexAndReadTwoHeaders(Blackhole blackhole) throws IOException {
		FrameReader reader = reader();
		for (int i = 0; i < MESSAGES; i++) {
			reader.next();
			byte[] bytes = reader.buffer();
			int[] index = HeaderIndex.of(bytes, reader.start(), reader.end());
			blackhole.consume(value(index, bytes, "Channel"));
			blackhole.consume(value(index, bytes, "Uniqueid"));
		}
	}

	private FrameReader reader() {
		return new FrameReader(new ByteArrayInputStream(this.stream), FrameReader.Limits.DEFAULTS);
	}

	private static String value(int[] index, byte[] bytes, String name) {
		int header = HeaderIndex.find(index, bytes, name, 0);
		if (header < 0) {
			return "";
		}
		int start = HeaderIndex.valueStart(index, header);
		return new String(bytes, start, HeaderIndex.valueEnd(index, header) - start, StandardCharsets.UTF_8);
	}

}
