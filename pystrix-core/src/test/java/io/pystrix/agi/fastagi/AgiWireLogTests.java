package io.pystrix.agi.fastagi;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiResultHangupException;
import io.pystrix.agi.WireLogOptions;
import io.pystrix.agi.command.SayDigits;
import io.pystrix.agi.command.SetVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class AgiWireLogTests {

	@Test
	void everyCommandAndReplyIsALineWithoutSecrets() throws Exception {
		try (LogCapture log = new LogCapture("io.pystrix.agi.wire");
				FastAgiServer server = FastAgiServer.builder()
					.port(0)
					.wireLog(WireLogOptions.DEFAULTS.withMaskedDigits())
					.build()) {
			server.scripts().register("demo", (agi, request) -> {
				agi.setVariable("PIN", "1234");
				agi.getFullVariable("${TEXT}");
				agi.waitForDigit();
			});
			server.start();
			try (RawCaller caller = RawCaller.call(server, "demo")) {
				caller.expect("SET VARIABLE \"PIN\" \"1234\"").send("200 result=1\n");
				caller.expect("GET FULL VARIABLE \"${TEXT}\"").send("200 result=1 (two\nlines)\n");
				caller.expect("WAIT FOR DIGIT -1").send("200 result=49\n").expectEnd();
			}
			assertThat(log.at(Level.TRACE)).containsExactly("PJSIP/100-00000001 > SET VARIABLE \"PIN\" \"******\"",
					"PJSIP/100-00000001 < 200 result=1", "PJSIP/100-00000001 > GET FULL VARIABLE \"${TEXT}\"",
					"PJSIP/100-00000001 < 200 result=1 (two\\nlines)", "PJSIP/100-00000001 > WAIT FOR DIGIT -1",
					"PJSIP/100-00000001 < 200 result=******");
		}
	}

	@Test
	void exceptionsOfACallMaskWhatItsLogMasks() throws Exception {
		BlockingQueue<AgiException> failures = new LinkedBlockingQueue<>();
		try (FastAgiServer server = FastAgiServer.builder()
			.port(0)
			.wireLog(WireLogOptions.DEFAULTS.withMaskedDigits().withMaskedVariables(List.of("iban")))
			.build()) {
			server.scripts().register("demo", (agi, request) -> {
				for (AgiCommand<?> command : List.of(new SetVariable("IBAN", "DE1234"), new SayDigits("1234"))) {
					try {
						agi.execute(command);
					}
					catch (AgiResultHangupException ex) {
						failures.add(ex);
						return;
					}
				}
			});
			server.start();
			try (RawCaller caller = RawCaller.call(server, "demo")) {
				caller.expect("SET VARIABLE \"IBAN\" \"DE1234\"").send("200 result=-1\nHANGUP\n").expectEnd();
			}
			try (RawCaller caller = RawCaller.call(server, "demo")) {
				caller.expect("SET VARIABLE \"IBAN\" \"DE1234\"").send("200 result=1\n");
				caller.expect("SAY DIGITS \"1234\" \"\"").send("200 result=-1\nHANGUP\n").expectEnd();
			}
			assertThat(failures.take()).hasMessage("Hang-up during SET VARIABLE \"IBAN\" \"******\"");
			assertThat(failures.take()).hasMessage("Hang-up during SAY DIGITS \"******\" \"\"");
		}
	}

}
