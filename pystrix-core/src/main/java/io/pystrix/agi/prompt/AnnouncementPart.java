package io.pystrix.agi.prompt;

import java.util.Optional;

import io.pystrix.agi.Agi;

/**
 * Something that a caller hears. Made for what an {@link Announcement} has no method for,
 * such as a speech synthesizer that is a dialplan application.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AnnouncementPart {

	/**
	 * Plays it, and returns at its end or at a key.
	 * @param agi the call
	 * @param escapeDigits the keys that end it, empty if none does
	 * @return the key that ended it, empty if it was played to its end
	 */
	Optional<Character> play(Agi agi, String escapeDigits);

}
