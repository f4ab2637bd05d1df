package io.pystrix.agi.fastagi;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.pystrix.LogCapture;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.MdcInterceptor;
import io.pystrix.agi.ScriptOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Lines that a peer has made up, and sequences that speak to a terminal, do not get into
 * the log, though they are in what a script is given.
 */
@Timeout(60)
class AgiLogTests {

	private static final Logger scriptLog = LoggerFactory.getLogger("io.pystrix.agi.script");

	private static final String FORGED = "x\r2026-11-21 INFO all is well\u001b[2J\u0007";

	private final LogCapture log = new LogCapture("io.pystrix.agi");

	private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

	private final FastAgiServer server = FastAgiServer.builder().port(0).build();

	@AfterEach
	void stop() {
		this.server.close();
		this.log.close();
	}

	@Test
	void noLineOfTheLogIsMadeUpByAPeer() throws Exception {
		this.server.scripts().addInterceptor(new MdcInterceptor());
		this.server.scripts().register("fail", (agi, request) -> {
			this.seen.add(request.environment().channel());
			scriptLog.info("{} {}", request, request.environment());
			try {
				agi.noop();
			}
			catch (AgiException ex) {
				scriptLog.info("{}", ex.getMessage());
			}
			agi.verbose("x");
		});
		this.server.start();
		call("none" + FORGED).expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"NOTFOUND\"").close();
		try (RawCaller caller = call("fail")) {
			caller.expect("NOOP").send("510 " + FORGED + "\n");
			caller.expect("VERBOSE \"x\" 1")
				.send("stray " + FORGED + "\n520-" + FORGED + "\n" + FORGED + "\n520 End of proper usage.\n");
			caller.expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"").send("200 result=1\n").expectEnd();
		}
		await().until(() -> this.server.status().endedCalls(ScriptOutcome.FAILED) == 1);
		assertThat(this.seen).containsExactly(FORGED);
		assertThat(this.log.texts()).hasSizeGreaterThan(5)
			.anyMatch((text) -> text.contains("all is well"))
			.allSatisfy((text) -> assertThat(text.chars()).allMatch((c) -> c >= ' ' && c != 127));
	}

	private RawCaller call(String script) throws Exception {
		RawCaller caller = new RawCaller(this.server);
		return caller.send("agi_network_script: " + script + "\nagi_channel: " + FORGED + "\n\n");
	}

}
