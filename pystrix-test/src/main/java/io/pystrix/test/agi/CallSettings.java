package io.pystrix.test.agi;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pystrix.test.release.AsteriskRelease;

/**
 * All that is settled about a call before it is placed.
 *
 * @param release the release of Asterisk that is played
 * @param server where the FastAGI server listens
 * @param environment the environment's lines, names and values, in order
 * @param channel the channel's name
 * @param uniqueid the channel's unique id
 * @param answered whether the channel is up when the script starts
 * @param variables the channel's variables
 * @param prompts how long each file takes to play
 * @param prompt how long any other file takes to play
 * @param missing the files that do not exist
 * @param perCharacter how long one spoken digit or letter takes
 * @param applications what an application returns
 * @param speed how much faster than real time the call's own time runs
 * @param presses the digits to press once certain commands run
 * @param expectations the commands to expect; empty for a call that answers by itself
 * @param surroundings what else the script finds
 * @param listeners who wants to know
 */
record CallSettings(AsteriskRelease release, InetSocketAddress server, List<String> environment, String channel,
		String uniqueid, boolean answered, Map<String, String> variables, Map<String, Duration> prompts,
		Duration prompt, Set<String> missing, Duration perCharacter, Map<String, Integer> applications, double speed,
		List<Press> presses, List<Expectation> expectations, Surroundings surroundings,
		List<AgiCallListener> listeners) {

	CallSettings {
		environment = List.copyOf(environment);
		variables = Map.copyOf(variables);
		prompts = Map.copyOf(prompts);
		missing = Set.copyOf(missing);
		applications = Map.copyOf(applications);
		presses = List.copyOf(presses);
		expectations = List.copyOf(expectations);
		listeners = List.copyOf(listeners);
	}

	/**
	 * Look up a line of the environment.
	 * @param name its name without {@code agi_}; must exist
	 */
	String environment(String name) {
		String start = "agi_" + name + ": ";
		return this.environment.stream()
			.filter((line) -> line.startsWith(start))
			.map((line) -> line.substring(start.length()))
			.findFirst()
			.orElseThrow();
	}

	Place place() {
		String priority = environment("priority");
		return new Place(environment("context"), environment("extension"),
				Numbers.isNumber(priority) ? (int) Numbers.parse(priority) : 1);
	}

	Duration duration(String file) {
		return this.prompts.getOrDefault(file, this.prompt);
	}

}
