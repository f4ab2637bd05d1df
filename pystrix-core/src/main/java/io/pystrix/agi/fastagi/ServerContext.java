package io.pystrix.agi.fastagi;

import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.internal.CallListeners;
import io.pystrix.agi.internal.ScriptRunner;

/**
 * What all calls of a server share, over all its runs.
 */
record ServerContext(FastAgiSettings settings, ScriptRegistry scripts, ScriptRunner runner, Counters counters) {

	static ServerContext of(FastAgiSettings settings, ScriptRegistry scripts) {
		CallListeners<FastAgiListener> listeners = new CallListeners<>(settings.listeners());
		return new ServerContext(settings, scripts, new ScriptRunner(scripts, listeners, settings.statusVariable()),
				new Counters(listeners));
	}

}
