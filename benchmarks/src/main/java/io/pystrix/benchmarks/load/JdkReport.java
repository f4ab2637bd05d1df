package io.pystrix.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured with one JDK.
 *
 * @param jdk the JDK
 * @param results the load programs
 * @param held the held calls
 * @param hung the listeners that hang
 * @param jmh a table of the JMH benchmarks
 * @param demo a table of the demo's start; null if there is no demo
 */
record JdkReport(Jdk jdk, Results results, List<HeldCallsRun.Held> held, List<HungListenerRun.Hung> hung, String jmh,
		@Nullable String demo) {

	static JdkReport measure(Jdk jdk, int rounds) throws Exception {
		Results results = new Results();
		for (LoadProgram program : LoadProgram.values()) {
			results.measure(program, jdk, rounds);
		}
		return new JdkReport(jdk, results, HeldCallsRun.measure(jdk), HungListenerRun.measure(jdk, rounds),
				Microbenchmarks.measure(jdk), demo(jdk, rounds));
	}

	/** A demo that was not built, or not as a whole, shall not cost all the rest. */
	private static @Nullable String demo(Jdk jdk, int rounds) throws Exception {
		Path jar = DemoStart.jar();
		if (jar == null) {
			System.err.println("The start of the demo is not measured: it has not been built");
			return null;
		}
		try {
			return DemoStart.measure(jdk, jar, rounds);
		}
		catch (IOException ex) {
			System.err.println("The start of the demo could not be measured: " + ex.getMessage());
			return null;
		}
	}

	String toMarkdown() {
		String start = (this.demo != null) ? "\n" + this.demo : "";
		return "### " + this.jdk + "\n\n" + new Table(this.results).toMarkdown() + "\nFastAGI calls held at once:\n\n"
				+ HeldCallsRun.toMarkdown(this.held) + "\nA listener that hangs:\n\n"
				+ HungListenerRun.toMarkdown(this.hung) + start + "\nWithout a socket, one thread:\n\n" + this.jmh;
	}

}
