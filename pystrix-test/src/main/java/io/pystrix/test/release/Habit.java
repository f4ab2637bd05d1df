package io.pystrix.test.release;

import java.util.Arrays;
import java.util.List;

/**
 * What differs between releases of Asterisk as far as the fake Asterisk plays it. Each
 * constant says in which source file of Asterisk it was read, and is made of the first
 * release of each branch that has it; later branches have it as well. Read in every tag
 * {@code x.y.0} of 13, 16, 18, 20, 21, 22 and 23 up to 13.38, 16.30, 18.26, 20.20, 21.12,
 * 22.10 and 23.4.
 *
 * @since 0.1.0
 */
public enum Habit {

	/**
	 * An AGI command may have 8,191 bytes, its line feed included, instead of 2,047. What
	 * is longer runs in pieces. Source: {@code AGI_BUF_LEN} in res/res_agi.c.
	 */
	AGI_LONG_LINES("20.16", "21.11", "22.6", "23.0"),

	/**
	 * The usage text of a 520 ends with a line feed before
	 * {@code 520 End of proper usage.}. Source: {@code agi_handle_command()} in
	 * res/res_agi.c.
	 */
	AGI_USAGE_ENDS_WITH_LINE_FEED("13.17", "14.0"),

	/**
	 * {@code SET VARIABLE} with too few or too many words is answered 520. Before, more
	 * words are ignored and a missing value sets nothing, both with {@code result=1}.
	 * Source: {@code handle_setvariable()} in res/res_agi.c.
	 */
	AGI_SET_VARIABLE_COUNTS_WORDS("13.17", "14.0"),

	/**
	 * 511 names intercept routines too. Source: {@code agi_handle_command()} in
	 * res/res_agi.c.
	 */
	AGI_DEAD_OR_INTERCEPTED("13.14", "14.0"),

	/**
	 * {@code RECORD FILE} takes every word that does not begin with {@code s=} for a
	 * beep, instead of every word without an equals sign. Source:
	 * {@code handle_recordfile()} in res/res_agi.c.
	 */
	AGI_BEEP_MAY_HOLD_EQUALS_SIGN("18.18", "20.3", "21.0"),

	/**
	 * While Asterisk shuts down every action is answered
	 * {@code Asterisk is shutting down}. Source: {@code process_message()} in
	 * main/manager.c.
	 */
	AMI_REFUSES_WHILE_SHUTTING_DOWN("13.9", "14.0"),

	/**
	 * The last byte of a full line buffer is kept, in case it is the carriage return of
	 * the line's end. So a line of 1,024 bytes does not end its message any more, after
	 * which the rest would be a message of its own; one of 1,023 bytes does so in every
	 * release. Source: {@code get_input()} in main/manager.c.
	 */
	AMI_KEEPS_END_OF_LONG_LINE("16.0"),

	/**
	 * {@code Command} answers by {@code Output} headers instead of
	 * {@code Response: Follows} and {@code --END COMMAND--}. Source:
	 * {@code action_command()} in main/manager.c.
	 */
	AMI_COMMAND_OUTPUT_HEADERS("14.0"),

	/**
	 * {@code Filter} knows {@code MatchCriteria}; before, the header is ignored. Source:
	 * {@code action_filter()} in main/manager.c.
	 */
	AMI_MATCH_CRITERIA("18.26", "20.11", "21.6", "22.1", "23.0"),

	/**
	 * Names of callers and values of variables are escaped in the events of channels;
	 * before, a line feed in them forges headers. Source: main/manager_channels.c,
	 * main/stasis_channels.c.
	 */
	AMI_ESCAPES_TEXT("13.5", "14.0"),

	/**
	 * {@code FullyBooted} after a login has {@code Uptime} and {@code LastReload}.
	 * Source: {@code action_login()} in main/manager.c.
	 */
	AMI_FULLY_BOOTED_UPTIME("16.0"),

	/**
	 * {@code CoreSettings} has {@code SoundsSearchCustomDir}. Source:
	 * {@code action_coresettings()} in main/manager.c.
	 */
	AMI_CORE_SETTINGS_SOUNDS("18.21", "20.6", "21.1", "22.0"),

	/**
	 * {@code CoreStatus} has {@code CoreProcessedCalls}. Source:
	 * {@code action_corestatus()} in main/manager.c.
	 */
	AMI_CORE_STATUS_PROCESSED_CALLS("20.12", "21.7", "22.2", "23.0"),

	/**
	 * An {@code Originate} that nobody answers hangs up with cause 19 instead of 0.
	 * Source: main/dial.c.
	 */
	PBX_ORIGINATE_NO_ANSWER_HAS_CAUSE("20.18", "22.8", "23.2"),

	/**
	 * A Local channel whose dialplan has dialled in vain tells its other half by
	 * {@code CHANLOCALSTATUS}. Before, the variable is looked up on a channel that is
	 * gone. Source: {@code ast_unreal_hangup()} in main/core_unreal.c.
	 */
	PBX_TELLS_LOCAL_STATUS("20.18", "22.8", "23.2"),

	/**
	 * A parked call whose time is over has no {@code PARKINGSLOT} beside
	 * {@code PARKING_SPACE}. Source: res/parking/parking_bridge_features.c.
	 */
	PBX_PARKING_WITHOUT_SLOT("17.0"),

	/**
	 * {@code Queue} sets {@code ANSWEREDTIME}, {@code DIALEDTIME} and {@code QUEUEWAIT},
	 * also in milliseconds. Source: apps/app_queue.c.
	 */
	PBX_QUEUE_SETS_TIMES("20.19", "22.9", "23.3");

	private final List<AsteriskRelease> firsts;

	Habit(String... firsts) {
		this.firsts = Arrays.stream(firsts).map(AsteriskRelease::of).toList();
	}

	boolean isOf(AsteriskRelease release) {
		return release.isSince(this.firsts);
	}

}
