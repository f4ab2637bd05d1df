package io.pystrix.agi.prompt;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;

/**
 * Runs code in a call of a simulated caller.
 */
final class ScriptCall {

	private ScriptCall() {
	}

	/** Returns what the code returned, and throws what it threw. */
	static <R> R ask(UnaryOperator<AgiCaller> caller, Function<Agi, R> script) throws Exception {
		CompletableFuture<R> result = new CompletableFuture<>();
		run(caller, (agi, request) -> {
			try {
				result.complete(script.apply(agi));
			}
			catch (RuntimeException ex) {
				result.completeExceptionally(ex);
			}
		});
		return result.get(60, TimeUnit.SECONDS);
	}

	/** Returns the call, which has ended. */
	static AgiCall run(UnaryOperator<AgiCaller> caller, AgiHandler script) {
		try (FastAgiServer server = FastAgiServer.builder().port(0).build()) {
			server.scripts().registerDefault(script);
			server.start();
			try (AgiCall call = caller.apply(AgiCaller.to(server.address()).speed(10)).call()) {
				return call.awaitEnd(Duration.ofSeconds(30));
			}
		}
	}

}
