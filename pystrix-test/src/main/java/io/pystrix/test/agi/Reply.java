package io.pystrix.test.agi;

/**
 * What Asterisk says to a command.
 *
 * @param code the reply's code, or -1 for a command that was aborted and gets no reply
 * @param text all of the reply but its last line end
 * @param failed whether the command failed in the sense that makes {@code AGISTATUS} a
 * failure
 */
record Reply(int code, String text, boolean failed) {

	static final Reply NONE = new Reply(-1, "", false);

	static final Reply UNKNOWN = new Reply(510, "510 Invalid or unknown command", false);

	static final Reply DEAD = new Reply(511, "511 Command Not Permitted on a dead channel or intercept routine", false);

	static final Reply USAGE = new Reply(520, """
			520-Invalid command syntax.  Proper usage follows:
			Look up the words of this command in the manual of Asterisk.
			520 End of proper usage.""", false);

	static Reply result(Object result) {
		return new Reply(200, "200 result=" + result, false);
	}

	static Reply failure(Object result) {
		return new Reply(200, "200 result=" + result, true);
	}

	/**
	 * Tell a digit by its ASCII code, a hang-up by -1, and anything else by 0.
	 */
	static Reply digitOrZero(CallChannel.Outcome outcome) {
		return switch (outcome.end()) {
			case DIGIT -> result((int) outcome.digit());
			case HANGUP -> result(-1);
			default -> result(0);
		};
	}

	static Reply value(String value) {
		return result("1 (" + value + ")");
	}

}
