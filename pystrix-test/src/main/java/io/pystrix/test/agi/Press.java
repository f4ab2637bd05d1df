package io.pystrix.test.agi;

import java.time.Duration;

/**
 * What a caller does at a certain moment: digits to press, or a hang-up.
 *
 * @param trigger what the moment is counted from
 * @param what the words that the command's line begins with, or the file that plays;
 * empty for the others
 * @param after how long after that, in the call's own time
 * @param digits the digits; empty to hang up instead
 */
record Press(Trigger trigger, String what, Duration after, String digits) {

	Press at(Duration moment) {
		return new Press(this.trigger, this.what, moment, this.digits);
	}

	/**
	 * What a moment may be counted from.
	 */
	enum Trigger {

		COMMAND, FILE, START, ANSWER

	}

}
