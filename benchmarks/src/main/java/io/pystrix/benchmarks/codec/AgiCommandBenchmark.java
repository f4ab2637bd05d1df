package io.pystrix.benchmarks.codec;

import java.util.concurrent.TimeUnit;

import io.pystrix.agi.command.SetVariable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Commands with the quoting of their arguments.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AgiCommandBenchmark {

	private final String plain = "sales";

	private final String special = "say \"hello\" to C:\\temp and \"good-bye\"";

	@Benchmark
	public String plain() {
		return new SetVariable("QUEUE", this.plain).line();
	}

	@Benchmark
	public String withQuotes() {
		return new SetVariable("TEXT", this.special).line();
	}

}
