package io.pystrix.ami.action;

import java.time.Duration;

import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeaders;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OriginateActionTests {

	@Test
	void valuesOfVariablesAreEscapedForAsterisk() {
		assertThat(new OriginateAction("PJSIP/1").variable("A", "x,y \"z\" \\").get("Variable"))
			.isEqualTo("A=x\\,y \\\"z\\\" \\\\");
	}

	@Test
	void originateIsPreparedAsynchronousWithOwnIds() {
		OriginateAction action = new OriginateAction("PJSIP/1").application("Echo", "");
		OriginateAction prepared = action.prepared();
		assertThat(action.get("Async")).isNull();
		assertThat(prepared.get("Async")).isEqualTo("true");
		assertThat(prepared.get("ChannelId")).isNotEmpty();
		assertThat(action.channelId("mine").prepared().get("ChannelId")).isEqualTo("mine");
		assertThat(prepared.isOutcome(
				new AmiEvent(AmiHeaders.parse("Event: OriginateResponse", "ActionID: " + prepared.get("ActionID")))))
			.isTrue();
		assertThat(prepared.isOutcome(new AmiEvent(AmiHeaders.parse("Event: OriginateResponse", "ActionID: other"))))
			.isFalse();
	}

	@Test
	void deadlineOfAnOriginateIsItsTimeoutAndAMargin() {
		assertThat(new OriginateAction("PJSIP/1").deadline()).isEqualTo(Duration.ofSeconds(40));
		assertThat(new OriginateAction("PJSIP/1").timeout(Duration.ofSeconds(5)).deadline())
			.isEqualTo(Duration.ofSeconds(15));
	}

	@Test
	void outcomeTellsWhyACallFailed() {
		OriginateResult result = new OriginateAction("PJSIP/1").prepared()
			.outcome(new AmiEvent(AmiHeaders.parse("Event: OriginateResponse", "Response: Failure", "Channel: PJSIP/1",
					"Reason: 5", "Uniqueid: <unknown>")));
		assertThat(result.isAnswered()).isFalse();
		assertThat(result.reason()).isEqualTo(OriginateResult.Reason.BUSY);
		assertThat(result.channel()).isEqualTo("PJSIP/1");
	}

	@Test
	void reasonThatIsNewIsUnknown() {
		assertThat(OriginateResult.Reason.of(77)).isEqualTo(OriginateResult.Reason.UNKNOWN);
	}

}
