package io.pystrix.test.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says where the simulator does not do what Asterisk does.
 */
final class TraceComparison {

	private TraceComparison() {
	}

	static List<String> differences(Trace real, Trace simulated) {
		List<String> differences = new ArrayList<>();
		Set<String> subjects = new TreeSet<>(real.subjects().keySet());
		subjects.addAll(simulated.subjects().keySet());
		for (String subject : subjects) {
			List<String> expected = real.subjects().getOrDefault(subject, List.of());
			List<String> actual = simulated.subjects().getOrDefault(subject, List.of());
			if (!expected.equals(actual)) {
				differences.add(subject + firstDifference(expected, actual));
			}
		}
		for (Map.Entry<String, Set<List<String>>> event : simulated.headers().entrySet()) {
			Set<List<String>> known = real.headers().getOrDefault(event.getKey(), Set.of());
			for (List<String> names : event.getValue()) {
				if (!known.isEmpty() && !known.contains(names)) {
					differences
						.add("headers of " + event.getKey() + "\n  real      " + known + "\n  simulated " + names);
				}
			}
		}
		return differences;
	}

	private static String firstDifference(List<String> expected, List<String> actual) {
		for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
			String one = (i < expected.size()) ? expected.get(i) : "nothing";
			String other = (i < actual.size()) ? actual.get(i) : "nothing";
			if (!Objects.equals(one, other)) {
				return ", event " + (i + 1) + "\n  real      " + one + "\n  simulated " + other;
			}
		}
		return "";
	}

}
