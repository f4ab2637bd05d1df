package io.pystrix.demo.ivr;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.demo.calls.CallLog;
import io.pystrix.spring.agi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers, plays a prompt until the caller presses 1 or 2, says which it was, and hangs
 * up.
 */
@AgiScript("demo")
class DemoScript implements AgiHandler {

	private static final Logger logger = LoggerFactory.getLogger(DemoScript.class);

	private final CallLog calls;

	DemoScript(CallLog calls) {
		this.calls = calls;
	}

	@Override
	public void handle(Agi agi, AgiRequest request) {
		String id = request.environment().uniqueid();
		this.calls.scriptStarted(request);
		agi.onHangup(() -> this.calls.outcome(id, "hung up"));
		agi.answer();
		agi.streamFile("demo-thanks", "12")
			.ifPresentOrElse((hit) -> pressed(id, request, hit), () -> this.calls.outcome(id, "no digit"));
		agi.hangup();
	}

	private void pressed(String id, AgiRequest request, DtmfInterrupt hit) {
		logger.info("{} pressed {} at {}", request.environment().channel(), hit.digit(), hit.offset());
		this.calls.pressed(id, hit);
	}

}
