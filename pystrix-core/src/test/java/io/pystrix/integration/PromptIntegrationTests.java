package io.pystrix.integration;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.pystrix.agi.Agi;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.agi.prompt.Announcement;
import io.pystrix.agi.prompt.Menu;
import io.pystrix.agi.prompt.Prompt;
import io.pystrix.agi.prompt.PromptResult;
import io.pystrix.agi.prompt.PromptResult.Entered;
import io.pystrix.agi.prompt.PromptResult.Invalid;
import io.pystrix.ami.Manager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prompts and menus on a real channel, with a caller who types as fast as Asterisk takes
 * the keys.
 */
@RealAsterisk.Required
class PromptIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Prompt<String> PIN = Prompt.of(Announcement.of("demo-congrats"))
		.digits(4, 6)
		.interDigitTimeout(LONG)
		.attempts(1);

	private final FastAgiServer server = FastAgiServer.builder().port(0).build();

	private final Manager manager = RealAsterisk.builder().build();

	@BeforeEach
	void start() {
		this.server.start();
		this.manager.connect();
	}

	@AfterEach
	void stop() {
		this.manager.close();
		this.server.stop(Duration.ofSeconds(10));
	}

	@Test
	void keysDuringTheAnnouncementAreAllThere() throws Exception {
		typeAt("STREAM FILE", "1234#");
		assertThat(inCall(PIN::ask)).isEqualTo(new Entered<>("1234", "1234"));
	}

	@Test
	void keysAfterTheAnnouncementAreAllThere() throws Exception {
		typeAt("WAIT FOR DIGIT", "987654");
		Prompt<String> prompt = Prompt.of(Announcement.of("beep")).digits(4, 6).interDigitTimeout(LONG).attempts(1);
		assertThat(inCall(prompt::ask)).isEqualTo(new Entered<>("987654", "987654"));
	}

	@Test
	void tooFewKeysAreInvalid() throws Exception {
		typeAt("STREAM FILE", "12#");
		PromptResult<String> result = inCall(PIN::ask);
		assertThat(result).isEqualTo(new Invalid<>("12"));
	}

	@Test
	void silenceIsNoInput() throws Exception {
		Prompt<String> hurried = Prompt.of(Announcement.of("beep"))
			.firstDigitTimeout(Duration.ofMillis(50))
			.attempts(2);
		assertThat(inCall(hurried::ask)).isEqualTo(new PromptResult.NoInput<>());
	}

	@Test
	void aMenuLeadsOn() throws Exception {
		CompletableFuture<String> chosen = new CompletableFuture<>();
		Menu menu = Menu.of(Announcement.of().number(12_345).file("demo-congrats"))
			.route("1", (agi, request) -> chosen.complete("one"))
			.route("2", (agi, request) -> chosen.complete("two"));
		typeAt("SAY NUMBER", "2");
		this.server.scripts().register("script", (agi, request) -> {
			agi.answer();
			menu.handle(agi, request);
		});
		this.manager.originate(RealAsterisk.callTo(this.server.localPort(), "script"));
		assertThat(chosen.get(60, TimeUnit.SECONDS)).isEqualTo("two");
	}

	private void typeAt(String command, String keys) {
		AtomicBoolean typed = new AtomicBoolean();
		this.manager.registerCallback("AGIExecStart", (event, manager) -> {
			if (String.valueOf(event.get("Command")).startsWith(command) && !typed.getAndSet(true)) {
				keys.chars()
					.forEach((key) -> this.manager.exchange(
							RealAsterisk.press(String.valueOf(event.get("Channel")), String.valueOf((char) key))));
			}
		});
	}

	private <R> R inCall(Function<Agi, R> script) throws Exception {
		CompletableFuture<R> result = new CompletableFuture<>();
		this.server.scripts().register("script", (agi, request) -> {
			try {
				agi.answer();
				result.complete(script.apply(agi));
			}
			catch (RuntimeException ex) {
				result.completeExceptionally(ex);
			}
		});
		this.manager.originate(RealAsterisk.callTo(this.server.localPort(), "script"));
		return result.get(60, TimeUnit.SECONDS);
	}

}
