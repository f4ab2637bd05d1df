package io.pystrix.test.pbx;

/**
 * How far a channel is.
 */
enum ChannelState {

	DOWN(0, "Down"), RING(4, "Ring"), RINGING(5, "Ringing"), UP(6, "Up"), BUSY(7, "Busy");

	private final int number;

	private final String text;

	ChannelState(int number, String text) {
		this.number = number;
		this.text = text;
	}

	int number() {
		return this.number;
	}

	String text() {
		return this.text;
	}

}
