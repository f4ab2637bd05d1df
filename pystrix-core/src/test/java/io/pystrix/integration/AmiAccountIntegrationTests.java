package io.pystrix.integration;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@RealAsterisk.Required
@Timeout(120)
class AmiAccountIntegrationTests {

	@Test
	void accountWithoutTheRightIsRefusedAndStaysConnected() {
		try (Manager manager = RealAsterisk.anonymous().credentials("reader", "readpass").build()) {
			manager.connect();
			assertThatExceptionOfType(ActionFailedException.class)
				.isThrownBy(() -> manager.sendAction(new OriginateAction("Local/wait@default").application("NoOp", "")))
				.withMessageContaining("Permission denied");
			assertThat(manager.originate(new OriginateAction("Local/wait@default").application("NoOp", "")))
				.failsWithin(RealAsterisk.PATIENCE)
				.withThrowableThat()
				.havingRootCause()
				.isInstanceOf(ActionFailedException.class)
				.withMessageContaining("Permission denied");
			assertThat(manager.sendAction(new CoreShowChannelsAction()).isConsistent()).isTrue();
			assertThat(manager.status().connects()).isEqualTo(1);
		}
	}

	@Test
	void outputOfACommandKeepsItsIndentationAndEmptyLines() {
		try (Manager manager = RealAsterisk.builder().build()) {
			manager.connect();
			AmiResponse output = manager.sendAction(AmiAction.named("Command").with("Command", "core show settings"));
			assertThat(output.getAll("Output")).contains("").anyMatch((line) -> line.startsWith("  Version:"));
		}
	}

}
