package io.pystrix.agi.async;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.test.ami.AmiAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What other libraries are known to get wrong.
 */
@Timeout(60)
class AsyncAgiWeakSpotTests extends AsyncAgiSupport {

	@BeforeEach
	void register() {
		this.scripts.register("demo", (agi, request) -> {
			try {
				this.told.add("got " + agi.getVariable("X").orElse("none"));
				agi.waitForDigit(Duration.ofMinutes(5));
			}
			catch (AgiHangupException ex) {
				this.told.add("hung up");
				throw ex;
			}
		});
	}

	@Test
	void theEndOfTheChannelFailsACommandThatWasTakenAndNeverExecuted() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> null);
		asterisk.enter("1.1", "demo");
		this.simulator.awaitRequest("AGI", PATIENCE);
		asterisk.leave("1.1");
		assertThat(next()).isEqualTo("hung up");
		awaitNoCalls();
		assertThat(this.simulator.requests("AGI")).hasSize(1);
		assertThat(this.log.from(Level.WARN)).isEmpty();
	}

	@Test
	void theLossOfTheManagerFailsTheCommandInFlight() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> null);
		asterisk.enter("1.1", "demo");
		this.simulator.awaitRequest("AGI", PATIENCE);
		this.simulator.faults().reset();
		assertThat(next()).isEqualTo("hung up");
		awaitNoCalls();
	}

	@Test
	void theEndOfTheManagerFailsTheCommandInFlight() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> null);
		asterisk.enter("1.1", "demo");
		this.simulator.awaitRequest("AGI", PATIENCE);
		this.manager.close();
		assertThat(next()).isEqualTo("hung up");
		awaitNoCalls();
	}

	@Test
	void repliesAreFoundByTheIdOfTheirCommand() throws Exception {
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> null);
		this.simulator.on("AGI", (request) -> AmiAnswer.success("Added AGI command to queue").then(() -> {
			this.simulator.broadcast(PipeAsterisk.event("AsyncAGIExec", "1.1")
				.with("CommandId", "foreign")
				.with("Result", "200%20result%3D1%20(foreign)%0A"));
			this.simulator
				.broadcast(PipeAsterisk.event("AsyncAGIExec", "1.1").with("Result", "200%20result%3D1%20(nobody)%0A"));
			this.simulator.broadcast(PipeAsterisk.event("AsyncAGIExec", "1.2")
				.with("CommandId", request.get("CommandID"))
				.with("Result", "200%20result%3D1%20(other)%0A"));
			this.simulator.broadcast(PipeAsterisk.event("AsyncAGIExec", "1.1")
				.with("CommandId", request.get("CommandID"))
				.with("Result", "200%20result%3D1%20(own)%0A"));
		}));
		asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("got own");
	}

	@Test
	void channelsWhoseIdsHaveTheSameHashAreTwo() throws Exception {
		assertThat("1.Aa".hashCode()).isEqualTo("1.BB".hashCode());
		PipeAsterisk asterisk = new PipeAsterisk(this.simulator, (command) -> null);
		asterisk.enter("1.Aa", "demo");
		asterisk.enter("1.BB", "demo");
		this.simulator.awaitRequests("AGI", 2, PATIENCE);
		asterisk.leave("1.Aa");
		assertThat(next()).isEqualTo("hung up");
		asterisk.leave("1.BB");
		assertThat(next()).isEqualTo("hung up");
		awaitNoCalls();
	}

}
