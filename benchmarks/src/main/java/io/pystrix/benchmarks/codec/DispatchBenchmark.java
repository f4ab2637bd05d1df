package io.pystrix.benchmarks.codec;

import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.pystrix.ami.internal.Mailbox;
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
 * Events into a mailbox and out of it, one by one and as a burst. Time is per event.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DispatchBenchmark {

	private static final int BURST = 128;

	private final Mailbox<String> mailbox = new Mailbox<>(10_000, true);

	private final List<String> burst = Collections.nCopies(BURST, "event");

	@Benchmark
	@OperationsPerInvocation(BURST)
	public void oneByOne(Blackhole blackhole) throws InterruptedException {
		for (String event : this.burst) {
			this.mailbox.offer(event);
		}
		take(blackhole);
	}

	@Benchmark
	@OperationsPerInvocation(BURST)
	public void asABurst(Blackhole blackhole) throws InterruptedException {
		this.mailbox.offerAll(this.burst);
		take(blackhole);
	}

	private void take(Blackhole blackhole) throws InterruptedException {
		Deque<String> items = Objects.requireNonNull(this.mailbox.take()).items();
		while (!items.isEmpty()) {
			blackhole.consume(items.poll());
		}
	}

}
