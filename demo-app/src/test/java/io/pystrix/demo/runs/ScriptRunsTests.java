package io.pystrix.demo.runs;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.ScriptRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptRunsTests {

	private static final AgiReply OK = new AgiReply(200, "0", null, Map.of("result", "0"), List.of("200 result=0"));

	private final ScriptRuns runs = new ScriptRuns();

	private final AgiRequest request = request("demo");

	private final AgiCommand<?> command = AgiCommand.of("NOOP");

	@Test
	void theDialogueGrowsWhileTheScriptRuns() {
		this.runs.callStarted(this.request);
		this.runs.commandStarted(this.request, this.command);
		assertThat(line().reply()).isNull();
		assertThat(line().micros()).isNull();
		this.runs.commandReplied(this.request, this.command, OK);
		this.runs.commandExecuted(this.request, this.command, Duration.ofMillis(2), null);
		assertThat(line().command()).isEqualTo("NOOP");
		assertThat(line().reply()).isEqualTo("200 result=0");
		assertThat(line().micros()).isEqualTo(2000);
		assertThat(run().outcome()).isNull();
		this.runs.callEnded(this.request, ScriptOutcome.COMPLETED, Duration.ofMillis(5), null);
		assertThat(run().outcome()).isEqualTo("completed");
		assertThat(run().millis()).isEqualTo(5);
		assertThat(run().channel()).isEqualTo("PJSIP/100-00000001");
	}

	@Test
	void aCommandThatIsNotAnsweredTellsItsFailure() {
		AgiHangupException failure = new AgiPipeClosedException("gone");
		this.runs.callStarted(this.request);
		this.runs.commandStarted(this.request, this.command);
		this.runs.commandExecuted(this.request, this.command, Duration.ofMillis(2), failure);
		this.runs.callEnded(this.request, ScriptOutcome.FAILED, Duration.ofMillis(5), new IllegalStateException("x"));
		assertThat(line().reply()).isNull();
		assertThat(line().failure()).contains("gone");
		assertThat(run().failure()).isEqualTo("java.lang.IllegalStateException: x");
	}

	@Test
	void theSameCommandMayBeExecutedTwice() {
		this.runs.callStarted(this.request);
		for (int i = 0; i < 2; i++) {
			this.runs.commandStarted(this.request, this.command);
			this.runs.commandReplied(this.request, this.command, OK);
			this.runs.commandExecuted(this.request, this.command, Duration.ofMillis(2), null);
		}
		assertThat(lines()).hasSize(2).allMatch((line) -> line.micros() != null);
		assertThat(lines()).extracting(LineItem::id).doesNotHaveDuplicates();
	}

	@Test
	void theFirstCommandsOfALongRunAreKeptAndAllAreCounted() {
		this.runs.callStarted(this.request);
		for (int i = 0; i < 1000; i++) {
			AgiCommand<?> next = AgiCommand.of("NOOP", "x".repeat(1000));
			this.runs.commandStarted(this.request, next);
			this.runs.commandExecuted(this.request, next, Duration.ofMillis(2), null);
		}
		assertThat(lines()).hasSize(200).allMatch((line) -> line.command().length() < 600);
		assertThat(run().commands()).isEqualTo(1000);
	}

	@Test
	void theLatestRunsAreKept() {
		for (int i = 0; i < 1000; i++) {
			AgiRequest request = request("script" + i);
			this.runs.callStarted(request);
			this.runs.commandStarted(request, this.command);
			this.runs.callEnded(request, ScriptOutcome.COMPLETED, Duration.ZERO, null);
		}
		assertThat(runs()).hasSize(50).last().extracting(RunItem::path).isEqualTo("script999");
		assertThat(lines()).hasSize(50);
	}

	@Test
	void aCallThatBeganBeforeIsPassedOver() {
		this.runs.commandStarted(this.request, this.command);
		this.runs.callEnded(this.request, ScriptOutcome.COMPLETED, Duration.ZERO, null);
		assertThat(runs()).isEmpty();
	}

	@SuppressWarnings("unchecked")
	private List<RunItem> runs() {
		return (List<RunItem>) this.runs.runsSection().items().get();
	}

	private RunItem run() {
		return runs().get(0);
	}

	@SuppressWarnings("unchecked")
	private List<LineItem> lines() {
		return (List<LineItem>) this.runs.linesSection().items().get();
	}

	private LineItem line() {
		return lines().get(0);
	}

	private static AgiRequest request(String script) {
		return AgiRequest.of(AgiEnvironment.of(Map.of("agi_network_script", script, "agi_channel", "PJSIP/100-00000001",
				"agi_uniqueid", "1.1", "agi_extension", "100")), null, new ScriptRegistry());
	}

}
