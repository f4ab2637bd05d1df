package io.pystrix.agi.async;

import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.internal.CallCounters;
import io.pystrix.agi.internal.CallListeners;
import io.pystrix.agi.internal.LogLimit;
import io.pystrix.agi.internal.ScriptRunner;
import io.pystrix.ami.Manager;

/**
 * What all calls of a server share, over all its runs.
 */
record ServerContext(Manager manager, AsyncAgiSettings settings, ScriptRegistry scripts, ScriptRunner runner,
		CallCounters counters, LogLimit refusals, LogLimit strangers) {

	/** How many calls of strangers are warned of in ten seconds. */
	private static final int WARNINGS = 10;

	static ServerContext of(Manager manager, AsyncAgiSettings settings, ScriptRegistry scripts) {
		ScriptRunner runner = new ScriptRunner(scripts, new CallListeners<>(settings.listeners()),
				settings.statusVariable());
		return new ServerContext(manager, settings, scripts, runner, new CallCounters(), new LogLimit(1),
				new LogLimit(WARNINGS));
	}

}
