package io.pystrix.ami.live;

import org.jspecify.annotations.Nullable;

/**
 * One end of a call.
 *
 * @param number its number, {@code null} if Asterisk does not know it
 * @param name its name, {@code null} if Asterisk does not know it
 * @since 0.1.0
 */
public record LiveParty(@Nullable String number, @Nullable String name) {

	static final LiveParty UNKNOWN = new LiveParty(null, null);

	/** A party as the typed accessors give it: without Asterisk's placeholders. */
	static LiveParty of(@Nullable String number, @Nullable String name) {
		return (number == null && name == null) ? UNKNOWN : new LiveParty(number, name);
	}

}
