package io.pystrix.demo.calls;

import io.pystrix.agi.DtmfInterrupt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallTests {

	private static final HangupCause BUSY = new HangupCause(17, "User busy");

	private final Call call = Call.placed("1", "100");

	@Test
	void theStateNeverGoesBack() {
		Call ended = this.call.script("demo").reached(CallState.ANSWERED);
		assertThat(ended.state()).isEqualTo(CallState.IN_SCRIPT);
		assertThat(ended.ended(BUSY).reached(CallState.RINGING).state()).isEqualTo(CallState.ENDED);
	}

	@Test
	void theFirstOutcomeStays() {
		Call pressed = this.call.script("demo").pressed(new DtmfInterrupt('1', 800)).outcome("hung up").ended(BUSY);
		assertThat(pressed.outcome()).isEqualTo("digit 1 at 800");
		assertThat(pressed.hangupCause()).isEqualTo(BUSY);
	}

	@Test
	void aCallFailsAfterItsChannelIsGone() {
		Call failed = this.call.ended(BUSY).failed("busy");
		assertThat(failed.state()).isEqualTo(CallState.FAILED);
		assertThat(failed.outcome()).isEqualTo("failed: busy");
		assertThat(failed.hangupCause()).isEqualTo(BUSY);
	}

	@Test
	void aCallFailsBeforeItsChannelIsGone() {
		Call failed = this.call.failed("busy").ended(BUSY);
		assertThat(failed.state()).isEqualTo(CallState.FAILED);
		assertThat(failed.outcome()).isEqualTo("failed: busy");
		assertThat(failed.hangupCause()).isEqualTo(BUSY);
	}

	@Test
	void aCallThatAScriptTookHasNotFailed() {
		assertThat(this.call.script("demo").failed("connection lost").state()).isEqualTo(CallState.IN_SCRIPT);
	}

	@Test
	void theEndHasOneTime() {
		Call ended = this.call.ended(null);
		assertThat(ended.ended(BUSY).endedAt()).isEqualTo(ended.endedAt());
	}

}
