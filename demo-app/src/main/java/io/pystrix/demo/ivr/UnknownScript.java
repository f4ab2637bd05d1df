package io.pystrix.demo.ivr;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;
import io.pystrix.demo.calls.CallLog;
import io.pystrix.spring.agi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says, to Asterisk's console too, that there is no script for a path. The dialplan goes
 * on.
 */
@AgiScript(defaultScript = true)
class UnknownScript implements AgiHandler {

	private static final Logger logger = LoggerFactory.getLogger(UnknownScript.class);

	private final CallLog calls;

	UnknownScript(CallLog calls) {
		this.calls = calls;
	}

	@Override
	public void handle(Agi agi, AgiRequest request) {
		logger.info("{} asks for the script '{}', which there is not", request.environment().channel(), request.path());
		this.calls.scriptStarted(request);
		this.calls.outcome(request.environment().uniqueid(), "no such script");
		agi.verbose("There is no script '" + request.path() + "'");
	}

}
