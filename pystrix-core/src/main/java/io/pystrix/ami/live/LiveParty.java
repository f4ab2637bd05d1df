package io.pystrix.ami.live;

import org.jspecify.annotations.Nullable;

/**
 * One end of a call.
 *
 * @param number its number, {@code null} if Asterisk does not know it
 * @param name its name, {@code null} if Asterisk does not know it
 */
public record LiveParty(@Nullable String number, @Nullable String name) {

	static final LiveParty UNKNOWN = new LiveParty(null, null);

	static LiveParty of(@Nullable String number, @Nullable String name) {
		return new LiveParty(known(number), known(name));
	}

	// Queues leave out the angle brackets
	private static @Nullable String known(@Nullable String value) {
		return (value == null || value.equals("<unknown>") || value.equals("unknown")) ? null : value;
	}

}
