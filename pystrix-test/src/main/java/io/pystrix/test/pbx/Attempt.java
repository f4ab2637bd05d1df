package io.pystrix.test.pbx;

/**
 * A channel that is called and has not answered yet.
 */
final class Attempt {

	final Channel called;

	final String dialString;

	final long start = System.nanoTime();

	private boolean ringing;

	Attempt(Channel called, String dialString) {
		this.called = called;
		this.dialString = dialString;
	}

	/**
	 * What there is to be told since it was last asked for.
	 */
	News news() {
		if (this.called.isUp()) {
			return News.ANSWERED;
		}
		if (this.called.hungUp) {
			return News.GONE;
		}
		return switch (this.called.progress) {
			case NONE -> News.NONE;
			case RINGING -> this.ringing ? News.NONE : News.RINGING;
			case BUSY -> News.BUSY;
			case CONGESTION -> News.CONGESTION;
		};
	}

	/**
	 * The ringing was told.
	 */
	void rings() {
		this.ringing = true;
	}

	/**
	 * What can happen to a channel that is called.
	 */
	enum News {

		NONE(""), RINGING("RINGING"), ANSWERED("ANSWER"), BUSY("BUSY"), CONGESTION("CONGESTION"), GONE("NOANSWER");

		private final String status;

		News(String status) {
			this.status = status;
		}

		/**
		 * How {@code DialEnd} calls it.
		 */
		String status() {
			return this.status;
		}

	}

}
