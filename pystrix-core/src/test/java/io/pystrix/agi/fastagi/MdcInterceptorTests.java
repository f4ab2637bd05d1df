package io.pystrix.agi.fastagi;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.MdcInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class MdcInterceptorTests {

	@Test
	void whatTheScriptLogsTellsTheCall() throws Exception {
		CompletableFuture<Map<String, String>> during = new CompletableFuture<>();
		CompletableFuture<Map<String, String>> after = new CompletableFuture<>();
		try (FastAgiServer server = FastAgiServer.builder().port(0).build()) {
			server.scripts().addInterceptor((agi, request, next) -> {
				try {
					next.handle(agi, request);
				}
				finally {
					after.complete(MDC.getCopyOfContextMap());
				}
			});
			server.scripts().addInterceptor(new MdcInterceptor());
			AgiHandler script = (agi, request) -> {
				during.complete(MDC.getCopyOfContextMap());
				throw new IllegalStateException("by intent");
			};
			server.scripts().register("demo", script);
			server.start();
			try (RawCaller caller = new RawCaller(server)) {
				caller.send("agi_network_script: demo/7\nagi_channel: PJSIP/100-00000001\nagi_uniqueid: 1.2\n\n")
					.expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"");
			}
			assertThat(during.get()).containsExactlyInAnyOrderEntriesOf(
					Map.of("agi.channel", "PJSIP/100-00000001", "agi.uniqueid", "1.2", "agi.script", "demo"));
			assertThat(after.get()).isNullOrEmpty();
		}
	}

}
