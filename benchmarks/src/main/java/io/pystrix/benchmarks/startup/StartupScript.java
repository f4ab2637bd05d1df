package io.pystrix.benchmarks.startup;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;

/**
 * The shortest script that is one.
 */
final class StartupScript implements AgiHandler {

	@Override
	public void handle(Agi agi, AgiRequest request) {
		agi.answer();
	}

}
