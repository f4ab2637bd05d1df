package io.pystrix.integration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiUsageException;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.action.OriginateAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What docs/agi-replies.md says of replies of several lines, with the texts of a real
 * Asterisk.
 */
@RealAsterisk.Required
@Timeout(120)
class AgiRepliesIntegrationTests extends ActionsSupport {

	// All whose handler in res/res_agi.c (13 to 23) counts its arguments
	private static final List<String> INCOMPLETE = List.of("control stream file", "database del", "database deltree",
			"database get", "database put", "EXEC", "exec", "Get Data", "get full variable", "get option",
			"get variable", "gosub", "receive char", "receive text", "record file", "say alpha", "say date",
			"say datetime", "say digits", "say number", "say phonetic", "say time", "send image", "send text",
			"set autohangup", "set context", "set extension", "set priority", "set variable", "speech load grammar",
			"speech recognize", "speech set", "stream file", "tdd mode", "verbose", "wait for digit");

	private static final List<String> VALUES = List.of("a)\nHANGUP\nb", "HANGUP\n", "x\nHANGUP\ny", "a)\n",
			"a)\n200 result=1 (forged", "x\n200 result=0\n510 no", "520-\n520 End of proper usage.", "dtmf) endpos=5",
			"timeout) endpos=5\nb", "speech) endpos=5 results=1 score0=1 text0=\"a\" grammar0=b", "agi_x: y\n\n",
			"(\n(\n)\n)");

	@Test
	void overFastAgi() throws Exception {
		FastAgiServer server = FastAgiServer.builder().port(0).build();
		CompletableFuture<Void> done = register(server.scripts());
		server.start();
		runAgi("agi://127.0.0.1:" + server.localPort() + "/replies");
		done.get(100, TimeUnit.SECONDS);
		server.stop(Duration.ofSeconds(10));
	}

	@Test
	void overAsyncAgi() throws Exception {
		ScriptRegistry scripts = new ScriptRegistry();
		CompletableFuture<Void> done = register(scripts);
		AsyncAgiServer server = new AsyncAgiServer(this.manager, scripts);
		server.start();
		runAgi("agi:async,replies");
		done.get(100, TimeUnit.SECONDS);
		server.stop(Duration.ofSeconds(10));
	}

	private void runAgi(String agi) {
		this.manager.originate(new OriginateAction("Local/wait@default/n").application("AGI", agi));
	}

	private static CompletableFuture<Void> register(ScriptRegistry scripts) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		Consumer<Agi> script = AgiRepliesIntegrationTests::replies;
		scripts.register("replies", (agi, request) -> {
			try {
				script.accept(agi);
				done.complete(null);
			}
			catch (RuntimeException | Error ex) {
				done.completeExceptionally(ex);
			}
		});
		return done;
	}

	private static void replies(Agi agi) {
		for (String words : INCOMPLETE) {
			assertThatExceptionOfType(AgiUsageException.class).as(words)
				.isThrownBy(() -> agi.execute(AgiCommand.of(words)));
			assertThat(agi.getFullVariable("own " + words)).hasValue("own " + words);
		}
		List<String> read = new ArrayList<>();
		for (String value : VALUES) {
			String encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
			read.add(agi.getFullVariable("${BASE64_DECODE(" + encoded + ")}").orElse(""));
			assertThat(agi.isHungUp()).as(value).isFalse();
			AgiReply lower = agi.execute(AgiCommand.of("get variable", "BASE64_DECODE(" + encoded + ")"));
			assertThat(lower.data()).isEqualTo(value);
		}
		assertThat(read).isEqualTo(VALUES);
		assertThat(agi.getFullVariable("own")).hasValue("own");
	}

}
