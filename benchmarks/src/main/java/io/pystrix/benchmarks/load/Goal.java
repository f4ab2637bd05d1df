package io.pystrix.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.pystrix.benchmarks.load.HeldCallsRun.Held;
import io.pystrix.benchmarks.subject.Contender;
import io.pystrix.benchmarks.subject.Sample;

/**
 * What the project wants to hold, and whether a report shows that it does.
 */
enum Goal {

	FLOOD_ASTERISK_JAVA("404,000 captured AMI events to one typed listener, one connection, warm",
			"≥ 7 × asterisk-java's speed") {

		@Override
		String judge(JdkReport report) {
			return speed(report, LoadProgram.AMI_FLOOD, WARM, Contender.ASTERISK_JAVA, 7);
		}

	},

	FLOOD_ASTERISK_JAVA_COLD("the same, cold", "≥ 7 × asterisk-java's speed") {

		@Override
		String judge(JdkReport report) {
			return speed(report, LoadProgram.AMI_FLOOD, COLD, Contender.ASTERISK_JAVA, 7);
		}

	},

	FLOOD_RAW("the same, warm", "≥ 0.5 × the raw socket's speed") {

		@Override
		String judge(JdkReport report) {
			return speed(report, LoadProgram.AMI_FLOOD, WARM, Contender.RAW, 0.5);
		}

	},

	FLOOD_RAW_COLD("the same, cold", "≥ 0.5 × the raw socket's speed") {

		@Override
		String judge(JdkReport report) {
			return speed(report, LoadProgram.AMI_FLOOD, COLD, Contender.RAW, 0.5);
		}

	},

	UNHEARD("events that nobody listens to: processor time above that of the raw socket",
			"≤ 0.1 of that of events with a listener") {

		@Override
		String judge(JdkReport report) {
			Results results = report.results();
			double raw = cpu(results, UNHEARD_SERIES, Contender.RAW);
			double heard = cpu(results, THIRD, Contender.PYSTRIX) - cpu(results, THIRD, Contender.RAW);
			double ratio = Math.max(0, cpu(results, UNHEARD_SERIES, Contender.PYSTRIX) - raw) / heard;
			return verdict(ratio <= 0.1, String.format(Locale.ROOT, "%.2f", ratio));
		}

	},

	PING_RAW("AMI Ping, one caller, round trip", "≤ 1.3 × raw socket, which reads in the thread that asks") {

		@Override
		String judge(JdkReport report) {
			return time(report, LoadProgram.AMI_PING, ONE, Contender.RAW, Sample::wallNanos, 1.3);
		}

	},

	PING_HANDOVER("the same", "≤ 1.3 × raw socket with a reader thread") {

		@Override
		String judge(JdkReport report) {
			return time(report, LoadProgram.AMI_PING, ONE, Contender.RAW_HANDOVER, Sample::wallNanos, 1.3);
		}

	},

	PING_MANY("AMI Ping, 32 callers", "≥ 2 × asterisk-java's speed") {

		@Override
		String judge(JdkReport report) {
			return speed(report, LoadProgram.AMI_PING, "32 callers", Contender.ASTERISK_JAVA, 2);
		}

	},

	CALLS_RAW("FastAGI call of ten commands, 64 at once, server CPU per call",
			"≤ 1.15 × raw socket on pooled threads") {

		@Override
		String judge(JdkReport report) {
			return time(report, LoadProgram.FASTAGI_CALLS, CALLS, Contender.RAW, Sample::cpuNanos, 1.15);
		}

	},

	CALLS_RAW_VIRTUAL("the same", "≤ 1.15 × raw socket on virtual threads") {

		@Override
		String judge(JdkReport report) {
			return (report.jdk().hasVirtualThreads())
					? time(report, LoadProgram.FASTAGI_CALLS, CALLS, Contender.RAW_VIRTUAL, Sample::cpuNanos, 1.15)
					: "–";
		}

	},

	HELD("FastAGI calls held at once, 500 ms between commands",
			"10,000, none dropped, ≤ 48 KiB a call with virtual threads") {

		@Override
		String judge(JdkReport report) {
			Held held = report.held()
				.stream()
				.filter((result) -> result.contender() == Contender.PYSTRIX)
				.findAny()
				.orElseThrow();
			boolean small = held.kibPerCall() <= 48 || !report.jdk().hasVirtualThreads();
			return verdict(held.dropped() == 0 && held.held() == HeldCallsRun.CALLS && small, String.format(Locale.ROOT,
					"%,d, %,d dropped, %.1f KiB", held.held(), held.dropped(), held.kibPerCall()));
		}

	},

	HUNG("a listener that hangs", "a ping takes ≤ 2 × its time otherwise") {

		@Override
		String judge(JdkReport report) {
			HungListenerRun.Hung hung = report.hung()
				.stream()
				.filter((result) -> result.contender() == Contender.PYSTRIX)
				.findAny()
				.orElseThrow();
			return verdict(hung.answered() && hung.ratio().median() <= 2, hung.ratio().toString());
		}

	};

	private static final String COLD = "first flood";

	private static final String WARM = "second flood";

	private static final String THIRD = "third flood, two headers of each event read";

	private static final String UNHEARD_SERIES = "fourth flood, nobody listens";

	private static final String ONE = "1 caller";

	private static final String CALLS = "64 at once";

	private final String work;

	private final String wanted;

	Goal(String work, String wanted) {
		this.work = work;
		this.wanted = wanted;
	}

	/** Says what was measured, and whether that is what is wanted. */
	abstract String judge(JdkReport report);

	private static String speed(JdkReport report, LoadProgram program, String series, Contender base, double least) {
		Ratio ratio = report.results().ratio(program, series, Contender.PYSTRIX, base, Sample::wallNanos).inverse();
		return verdict(ratio.median() >= least, ratio.toString());
	}

	private static String time(JdkReport report, LoadProgram program, String series, Contender base,
			ToDoubleFunction<Sample> value, double most) {
		Ratio ratio = report.results().ratio(program, series, Contender.PYSTRIX, base, value);
		return verdict(ratio.median() <= most, ratio.toString());
	}

	private static double cpu(Results results, String series, Contender contender) {
		return results.median(LoadProgram.AMI_FLOOD, series, contender, Sample::cpuNanos);
	}

	private static String verdict(boolean met, String measured) {
		return ((met) ? "met: " : "**missed**: ") + measured;
	}

	static String toMarkdown(List<JdkReport> reports) {
		StringBuilder table = new StringBuilder("| work | goal |");
		reports.forEach((report) -> table.append(' ').append(report.jdk()).append(" |"));
		table.append("\n|---|---|").append("---|".repeat(reports.size())).append('\n');
		for (Goal goal : values()) {
			table.append("| ").append(goal.work).append(" | ").append(goal.wanted).append(" |");
			reports.forEach((report) -> table.append(' ').append(goal.judge(report)).append(" |"));
			table.append('\n');
		}
		return table.toString();
	}

}
