package io.pystrix.spring.agi;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;

/**
 * A script whose bean handles exceptions.
 *
 * @param script the script
 * @param handlers the methods of its bean that do
 */
record HandledScript(AgiHandler script, ExceptionHandlers handlers) implements AgiHandler {

	@Override
	public void handle(Agi agi, AgiRequest request) throws Exception {
		try {
			this.script.handle(agi, request);
		}
		catch (Throwable ex) {
			if (!this.handlers.handle(ex, agi, request)) {
				throw ex;
			}
		}
	}

	@Override
	public String toString() {
		return this.script.toString();
	}

}
