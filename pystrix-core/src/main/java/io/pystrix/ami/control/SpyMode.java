package io.pystrix.ami.control;

/**
 * What somebody does who spies on a channel.
 *
 * @since 0.1.0
 */
public enum SpyMode {

	/** Hears both sides, is heard by nobody. */
	LISTEN(""),

	/** Is heard by the party of the channel, not by who that is connected with. */
	WHISPER("w"),

	/** Is heard by both sides. */
	BARGE("B");

	private final String option;

	SpyMode(String option) {
		this.option = option;
	}

	/** Quiet, and at an end with the channel. */
	String options() {
		return "qE" + this.option;
	}

}
