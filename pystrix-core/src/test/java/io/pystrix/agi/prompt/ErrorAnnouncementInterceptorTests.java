package io.pystrix.agi.prompt;

import io.pystrix.agi.AgiHandler;
import io.pystrix.test.agi.AgiCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ErrorAnnouncementInterceptorTests {

	private final ErrorAnnouncementInterceptor interceptor = new ErrorAnnouncementInterceptor(
			Announcement.of("an-error-has-occurred"));

	@Test
	void theCallerHearsOfAFailureAndItStillIsOne() {
		AgiCall call = ScriptCall.run((caller) -> caller, around((agi, request) -> {
			throw new IllegalStateException("by intent");
		}));
		assertThat(call.played()).containsExactly("an-error-has-occurred");
		assertThat(call.variable("AGI_SCRIPT_STATUS")).isEqualTo("FAILURE");
	}

	@Test
	void thereIsNobodyToTellAfterAHangUp() {
		AgiCall call = ScriptCall.run((caller) -> caller.whenPlaying("demo-thanks").hangUp(),
				around((agi, request) -> agi.streamFile("demo-thanks")));
		assertThat(call.played()).containsExactly("demo-thanks");
		assertThat(call.variable("AGI_SCRIPT_STATUS")).isNull();
	}

	@Test
	void aMissingAnnouncementDoesNotHideTheFailure() {
		AgiCall call = ScriptCall.run((caller) -> caller.missing("an-error-has-occurred"), around((agi, request) -> {
			throw new IllegalStateException("by intent");
		}));
		assertThat(call.variable("AGI_SCRIPT_STATUS")).isEqualTo("FAILURE");
	}

	private AgiHandler around(AgiHandler script) {
		return (agi, request) -> this.interceptor.intercept(agi, request, script);
	}

}
