package io.pystrix.test.agi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a script finds around its channel.
 *
 * @param database the database
 * @param texts the texts that the caller sends, in order
 * @param talk how long the caller talks while he is recorded, or {@code null} for as long
 * as the recording runs
 * @param unwritable the files that cannot be recorded
 * @param speechEngine whether there is a speech engine
 * @param utterances what the engine understands, in order
 * @param routines the dialplan's subroutines by context, extension and priority
 * @param labels the labelled priorities of the extension that the script runs in
 */
record Surroundings(Database database, List<String> texts, @Nullable Duration talk, Set<String> unwritable,
		boolean speechEngine, List<Utterance> utterances, Map<String, Routine> routines, Map<String, Integer> labels) {

	Surroundings {
		texts = List.copyOf(texts);
		unwritable = Set.copyOf(unwritable);
		utterances = List.copyOf(utterances);
		routines = Map.copyOf(routines);
		labels = Map.copyOf(labels);
	}

}
