package io.pystrix.agi.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

import io.pystrix.agi.AgiEnvironment;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a real Asterisk 22 and its scripts said to each other, said again by an
 * {@code Agi}.
 */
class AgiCaptureTests {

	@ParameterizedTest
	@ValueSource(strings = { "c-agi-commands", "c-agi-exitonhangup", "c-agi-hangup-command",
			"c-agi-hangup-during-command", "c-agi-hangup-idle", "c-agi-hexten", "c-agi-nosighup" })
	void everyCommandHasTheResultThatWasRecorded(String capture) {
		replay(capture, () -> Integer.MAX_VALUE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "c-agi-commands", "c-agi-exitonhangup", "c-agi-hangup-command",
			"c-agi-hangup-during-command", "c-agi-hangup-idle", "c-agi-hexten", "c-agi-nosighup" })
	void everyCommandHasTheSameResultWhenItsReplyComesByteByByte(String capture) {
		replay(capture, () -> 1);
	}

	@Property(tries = 100)
	void everyCommandHasTheSameResultHoweverItsReplyIsCut(@ForAll("captures") String capture, @ForAll long seed) {
		Random random = new Random(seed);
		replay(capture, () -> 1 + random.nextInt((random.nextInt(4) == 0) ? 200 : 6));
	}

	@Provide
	Arbitrary<String> captures() {
		return Arbitraries.of(CapturedSteps.OF.keySet());
	}

	@Test
	void noByteOfTheCommandsIsLeftOut() {
		String said = AgiCapture.dialogues("c-agi-commands")
			.stream()
			.flatMap((dialogue) -> dialogue.texts().stream())
			.collect(Collectors.joining());
		assertThat(said).isEqualTo(new String(AgiCapture.bytes("c-agi-commands-server.raw"), StandardCharsets.UTF_8));
		assertThat(AgiCapture.dialogues("c-agi-commands")).extracting((dialogue) -> dialogue.commands().size())
			.containsExactly(53, 7, 14, 25, 21, 7, 18);
	}

	@Test
	void theEnvironmentIsAsRecorded() {
		Dialogue first = AgiCapture.dialogues("c-agi-commands").get(0);
		AgiEnvironment environment = first.replay(CapturedSteps.OF.get("c-agi-commands").get(0), () -> 3);
		assertThat(environment.channel()).isEqualTo("Local/agi1@proto-0000002f;2");
		assertThat(environment.args()).containsExactly("arg one", "arg2");
		assertThat(environment.asMap()).hasSize(24).containsEntry("agi_accountcode", "");
	}

	private static void replay(String capture, IntSupplier pieces) {
		List<Dialogue> dialogues = AgiCapture.dialogues(capture);
		List<List<Step>> steps = CapturedSteps.OF.get(capture);
		assertThat(dialogues).hasSameSizeAs(steps);
		for (int i = 0; i < dialogues.size(); i++) {
			dialogues.get(i).replay(steps.get(i), pieces);
		}
	}

}
