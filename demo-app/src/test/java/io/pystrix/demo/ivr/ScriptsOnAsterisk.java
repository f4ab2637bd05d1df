package io.pystrix.demo.ivr;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.GetvarAction;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.SetvarAction;

/**
 * Leads the dialplan of a real Asterisk to the scripts of a test, and leaves it as it
 * was.
 */
public final class ScriptsOnAsterisk implements AutoCloseable {

	private static final String VARIABLE = "FASTAGI";

	private final Manager manager;

	private final String before;

	/**
	 * Leads the dialplan to a server.
	 * @param manager is connected to Asterisk
	 * @param server has the scripts
	 */
	public ScriptsOnAsterisk(Manager manager, FastAgiServer server) {
		this.manager = manager;
		this.before = manager.sendAction(new GetvarAction(VARIABLE)).value();
		manager.sendAction(new SetvarAction(VARIABLE, "127.0.0.1:" + server.localPort()));
	}

	/**
	 * Ends the calls of the test, and leads the dialplan to where it led before.
	 */
	@Override
	public void close() {
		this.manager.exchange(new HangupAction("/^Local/(200|201|wait)@default/"));
		this.manager.sendAction(new SetvarAction(VARIABLE, this.before));
	}

}
