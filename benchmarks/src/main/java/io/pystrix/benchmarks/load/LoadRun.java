package io.pystrix.benchmarks.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures load programs by the JDK that runs this, and prints a table.
 */
public final class LoadRun {

	private static final int DEFAULT_ROUNDS = 5;

	private LoadRun() {
	}

	/**
	 * Runs the load programs.
	 * @param args the number of rounds, and the names of programs; none for all
	 * @throws Exception if a program fails
	 */
	public static void run(String[] args) throws Exception {
		List<String> names = new ArrayList<>(Arrays.asList(args));
		int rounds = (!names.isEmpty() && names.get(0).matches("\\d+")) ? Integer.parseInt(names.remove(0))
				: DEFAULT_ROUNDS;
		Jdk jdk = Jdk.current();
		Results results = new Results();
		for (LoadProgram program : LoadProgram.values()) {
			if (names.isEmpty() || names.contains(program.label())) {
				results.measure(program, jdk, rounds);
			}
		}
		System.out.println(new Table(results).toMarkdown());
	}

}
