package io.pystrix.agi;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ScriptOutcome}.
 */
class ScriptOutcomeTests {

	@Test
	void aDeadChannelIsAHangupButNotInTheHangupExtension() {
		AgiDeadChannelException dead = new AgiDeadChannelException("511 Command Not Permitted on a dead channel");
		assertThat(ScriptOutcome.of(request("s"), dead)).isEqualTo(ScriptOutcome.HANGUP);
		assertThat(ScriptOutcome.of(request("h"), dead)).isEqualTo(ScriptOutcome.FAILED);
	}

	@Test
	void whatIsThrownTellsHowTheScriptEnded() {
		assertThat(ScriptOutcome.of(request("s"), null)).isEqualTo(ScriptOutcome.COMPLETED);
		assertThat(ScriptOutcome.of(request("s"), new AgiResultHangupException("HANGUP")))
			.isEqualTo(ScriptOutcome.HANGUP);
		assertThat(ScriptOutcome.of(request("s"), new IllegalStateException())).isEqualTo(ScriptOutcome.FAILED);
	}

	private static AgiRequest request(String extension) {
		return AgiRequest.of(AgiEnvironment.of(Map.of("agi_extension", extension)), null, new ScriptRegistry());
	}

}
