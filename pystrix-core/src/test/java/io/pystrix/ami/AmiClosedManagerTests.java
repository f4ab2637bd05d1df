package io.pystrix.ami;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.OutcomeAction;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class AmiClosedManagerTests extends ManagerTestSupport {

	@Test
	void whateverAClosedManagerIsAskedForFailsAtOnce() {
		this.manager.connect();
		this.manager.close();
		assertThatExceptionOfType(ManagerConnectionException.class)
			.isThrownBy(() -> this.manager.sendAction(new PingAction()));
		assertFails(this.manager.sendActionAsync(new PingAction()));
		assertFails(this.manager.originate(new OriginateAction("PJSIP/1").application("Echo", "")));
		assertFails(this.manager.nextEvent(HangupEvent.class, (event) -> true));
	}

	@Test
	void callbackThatIsRegisteredAfterTheEndHasNoThread() {
		this.manager.close();
		this.manager.registerCallback(AmiEvent.class, (event, m) -> {
		}, CallbackOptions.DEFAULTS.withName("too-late"));
		this.manager.registerOrphanCallback((response, m) -> {
		});
		await().atMost(PATIENCE)
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((thread) -> thread.getName().equals("ami-too-late")));
	}

	@Test
	void outcomeOfAnActionThatIsTooLongIsNotAwaited() {
		AtomicBoolean asked = new AtomicBoolean();
		use(builder().eventMask("call"));
		this.manager.connect();
		assertThatIllegalArgumentException().isThrownBy(() -> this.manager.perform(new TooLong(asked)));
		this.asterisk.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all"));
		CompletableFuture<HangupEvent> next = this.manager.nextEvent(HangupEvent.class, (event) -> true);
		this.asterisk.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all"));
		next.join();
		assertThat(asked).isFalse();
		assertThat(this.manager.status().pendingActions()).isZero();
	}

	private static void assertFails(CompletableFuture<?> future) {
		assertThat(future).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingRootCause()
			.isInstanceOf(ManagerConnectionException.class);
	}

	private static final class TooLong extends OutcomeAction<String> {

		private final AtomicBoolean asked;

		TooLong(AtomicBoolean asked) {
			super("TooLong", List.of(new AmiHeader("Data", "x".repeat(2000))));
			this.asked = asked;
		}

		@Override
		public OutcomeAction<String> prepared() {
			return this;
		}

		@Override
		public String outcomeEvent() {
			return "Hangup";
		}

		@Override
		public boolean isOutcome(AmiEvent event) {
			this.asked.set(true);
			return true;
		}

		@Override
		public String outcome(AmiEvent event) {
			return "";
		}

		@Override
		public Duration deadline() {
			return Duration.ofMinutes(1);
		}

	}

}
