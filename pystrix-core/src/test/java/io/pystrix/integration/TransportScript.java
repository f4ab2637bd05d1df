package io.pystrix.integration;

import java.time.Duration;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.command.SayDigits;

/**
 * A script that knows nothing of how it is called. What it sees it tells by setting the
 * variable {@code TOLD}, again and again.
 */
public final class TransportScript implements AgiHandler {

	private static final String GREETING = "say \"hi\" (a+b) 100% c:\\ \u00e9 ";

	@Override
	public void handle(Agi agi, AgiRequest request) {
		agi.answer();
		tell(agi, agi.channelStatus());
		tell(agi, request.environment().extension() + " " + request.environment().context());
		agi.setVariable("GREETING", GREETING);
		tell(agi, agi.getVariable("GREETING").orElse("none").equals(GREETING));
		tell(agi, agi.getFullVariable("${GREETING}${GREETING}").orElse("none").equals(GREETING + GREETING));
		tell(agi, agi.getVariable("NOT_SET"));
		agi.setVariable("LONG", "x".repeat(900));
		tell(agi, agi.getFullVariable("${LONG}${LONG}${LONG}").orElse("").length());
		tell(agi, agi.exec("Wait", "0.1"));
		tell(agi, failure(() -> agi.exec("NoSuchApplication")));
		tell(agi, agi.gosub("routine", "s", "1", "value"));
		tell(agi, agi.getVariable("GOSUB_RETVAL"));
		tell(agi, agi.streamFile("beep", "1"));
		tell(agi, agi.execute(new SayDigits("1")));
		tell(agi, agi.getData("beep", Duration.ofMillis(300), 2));
		tell(agi, agi.waitForDigit(Duration.ofMillis(200)));
		tell(agi, failure(() -> agi.setPriority("nolabel")));
		agi.databasePut("transport", "key", "v");
		tell(agi, agi.databaseGet("transport", "key"));
		tell(agi, agi.databaseDeltree("transport"));
		tell(agi, failure(() -> agi.streamFile("nofile")));
	}

	private static void tell(Agi agi, Object what) {
		agi.setVariable("TOLD", String.valueOf(what));
	}

	private static String failure(Runnable command) {
		try {
			command.run();
			return "none";
		}
		catch (AgiException ex) {
			return ex.getClass().getSimpleName();
		}
	}

}
