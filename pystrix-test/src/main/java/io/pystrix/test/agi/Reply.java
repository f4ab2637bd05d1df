package io.pystrix.test.agi;

import io.pystrix.test.release.AsteriskRelease;
import io.pystrix.test.release.Habit;

/**
 * What Asterisk says to a command.
 *
 * @param code the reply's code, or -1 for a command that was aborted and gets no reply
 * @param text all of the reply but its last line end
 * @param failed whether the command failed, which makes {@code AGISTATUS} a failure
 * unless the channel has hung up meanwhile
 */
record Reply(int code, String text, boolean failed) {

	static final Reply NONE = new Reply(-1, "", false);

	static final Reply UNKNOWN = new Reply(510, "510 Invalid or unknown command", false);

	/** What RESULT_SHOWUSAGE and RESULT_FAILURE of include/asterisk/cli.h are. */
	private static final int SHOW_USAGE = 1;

	private static final int FAILURE = 2;

	/**
	 * Refuse a command on a channel that has hung up.
	 */
	static Reply dead(AsteriskRelease release) {
		return new Reply(511, "511 Command Not Permitted on a dead channel"
				+ (release.has(Habit.AGI_DEAD_OR_INTERCEPTED) ? " or intercept routine" : ""), false);
	}

	static Reply usage(AsteriskRelease release) {
		// Texts from Asterisk's XML do not end with a line feed
		String end = release.has(Habit.AGI_USAGE_ENDS_WITH_LINE_FEED) ? "\n" : "";
		return new Reply(520, "520-Invalid command syntax.  Proper usage follows:\n"
				+ "Look up the words of this command in the manual of Asterisk." + end + "520 End of proper usage.",
				false);
	}

	/**
	 * Tell what an application returned. {@code handle_exec()} in res/res_agi.c hands it
	 * on, so that some numbers mean something else as well.
	 */
	static Reply application(int result, AsteriskRelease release) {
		Reply reply = result(result);
		if (result == SHOW_USAGE) {
			Reply usage = usage(release);
			return new Reply(usage.code, reply.text + "\n" + usage.text, false);
		}
		return (result == FAILURE) ? failure(result) : reply;
	}

	/**
	 * The code that {@code AGIExecEnd} shows, see {@code agi_handle_command()} in
	 * res/res_agi.c.
	 */
	int resultCode() {
		return this.failed ? -1 : (this.code < 0) ? 200 : this.code;
	}

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
			case HANGUP -> failure(-1);
			default -> result(0);
		};
	}

	static Reply value(String value) {
		return result("1 (" + value + ")");
	}

}
