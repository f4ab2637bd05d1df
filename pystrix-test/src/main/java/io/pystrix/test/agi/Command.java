package io.pystrix.test.agi;

import java.util.List;

/**
 * A command.
 *
 * @param least how many words it needs
 * @param most how many words it takes
 * @param deadSafe whether it runs on a channel that has hung up
 * @param action what it does
 */
record Command(int least, int most, boolean deadSafe, Action action) {

	/**
	 * Runs a command whose words have been counted.
	 */
	interface Action {

		Reply run(List<String> words) throws InterruptedException;

	}

}
