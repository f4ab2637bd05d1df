package io.pystrix.benchmarks.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.pystrix.benchmarks.subject.Contender;
import io.pystrix.benchmarks.subject.Sample;

/**
 * Measures all contenders in turn, several times, and prints a table. In each round
 * another one comes first.
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
		Table table = new Table();
		for (LoadProgram program : LoadProgram.values()) {
			if (names.isEmpty() || names.contains(program.label())) {
				table.add(program, measure(program, rounds));
			}
		}
		System.out.println(table.toMarkdown(rounds));
	}

	private static Map<Contender, List<List<Sample>>> measure(LoadProgram program, int rounds) throws Exception {
		Map<Contender, List<List<Sample>>> results = new EnumMap<>(Contender.class);
		List<Contender> order = new ArrayList<>(List.of(Contender.values()));
		for (int round = 1; round <= rounds; round++) {
			for (Contender contender : order) {
				System.err.printf("%s, round %d of %d: %s%n", program.label(), round, rounds, contender.label());
				results.computeIfAbsent(contender, (key) -> new ArrayList<>()).add(program.run(contender));
			}
			Collections.rotate(order, 1);
		}
		return results;
	}

}
