package io.pystrix.agi;

import java.util.List;
import java.util.Optional;

/**
 * What a caller said or pressed. Neither if the time was over.
 *
 * @param matches what the engine understood, in its own order; empty if the caller did
 * not speak, or nothing was understood
 * @param digit the key that the caller pressed instead, if any
 * @param timedOut whether the caller did neither in time
 * @param offset where the prompt stopped, in samples
 * @since 0.1.0
 */
public record SpeechResult(List<Match> matches, Optional<Character> digit, boolean timedOut, long offset) {

	/**
	 * Keeps an unmodifiable copy of the list.
	 */
	public SpeechResult {
		matches = List.copyOf(matches);
	}

	/**
	 * One way to understand the caller.
	 *
	 * @param score how sure the engine is, as a rule 0 to 1000
	 * @param text what it understood
	 * @param grammar the grammar that matched
	 * @since 0.1.0
	 */
	public record Match(int score, String text, String grammar) {

	}

}
