package io.pystrix.ami;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.ami.message.EventList;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class AmiStrayAnswerTests extends ManagerTestSupport {

	private static final Duration SHORT = Duration.ofMillis(100);

	private final List<AmiResponse> orphans = new CopyOnWriteArrayList<>();

	private final List<AmiEvent> events = new CopyOnWriteArrayList<>();

	@BeforeEach
	void connect() {
		use(builder().eventMask("call"));
		this.manager.registerOrphanCallback((response, m) -> this.orphans.add(response));
		this.manager.registerCallback(AmiEvent.class, (event, m) -> this.events.add(event));
		this.manager.connect();
	}

	@Test
	void secondResponseToAnActionIsAnOrphan() {
		this.asterisk.on("Twice",
				(request) -> AmiAnswer.of(AmiFrame.response("Success").with("Message", "first"),
						AmiFrame.response("Error")
							.with("ActionID", String.valueOf(request.actionId()))
							.with("Message", "second")));
		assertThat(this.manager.sendAction(AmiAction.named("Twice")).message()).isEqualTo("first");
		await().atMost(PATIENCE).until(() -> this.orphans.size() == 1);
		assertThat(this.orphans.get(0).message()).isEqualTo("second");
		assertThatAllIsWell();
	}

	@Test
	void responseToAnActionThatNobodySentIsAnOrphan() {
		this.asterisk.faults().garbage("Response: Success\r\nActionID: nobody\r\n\r\nResponse: Error\r\n\r\n");
		await().atMost(PATIENCE).until(() -> this.orphans.size() == 2);
		assertThat(this.orphans).extracting(AmiResponse::actionId).containsExactly("nobody", null);
		assertThatAllIsWell();
	}

	@Test
	void listWithoutItsResponseIsHandedOverAsFarAsItCame() {
		this.asterisk.on("Lone", (request) -> AmiAnswer.of(item(request.actionId()), complete(request.actionId())));
		awaitTimeout("Lone",
				(ex) -> assertThat(ex.events()).extracting(AmiEvent::name).containsExactly("Item", "ItemComplete"));
		assertThatAllIsWell();
	}

	@Test
	void listThatAsteriskCancelsIsHandedOverAsFarAsItCame() {
		this.asterisk.on("Gone",
				(request) -> AmiAnswer.of(AmiFrame.response("Success").with("EventList", "start"),
						item(request.actionId()),
						AmiFrame.event("ItemComplete")
							.with("ActionID", String.valueOf(request.actionId()))
							.with("EventList", "cancelled")));
		awaitTimeout("Gone", (ex) -> assertThat(ex.events()).hasSize(2));
		assertThatAllIsWell();
	}

	@Test
	void listThatIsNoLongerAwaitedLeavesNothingBehind() {
		CompletableFuture<String> id = new CompletableFuture<>();
		this.asterisk.on("Part", (request) -> {
			id.complete(request.actionId());
			return AmiAnswer.of(AmiFrame.response("Success").with("EventList", "start"), item(request.actionId()));
		});
		CompletableFuture<EventList<AmiEvent>> list = this.manager.sendActionAsync(AmiAction.named("Part").asList());
		String actionId = id.join();
		list.cancel(true);
		assertThat(this.manager.status().pendingActions()).isZero();
		this.asterisk.broadcast(complete(actionId));
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.events).extracting(AmiEvent::name).contains("ItemComplete"));
		assertThatAllIsWell();
	}

	@Test
	void listThatWasAnsweredByAnErrorTakesNoEventsAnyMore() {
		this.asterisk.on("Refused",
				(request) -> AmiAnswer.of(AmiFrame.response("Error").with("Message", "no"), item(request.actionId())));
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> this.manager.sendAction(AmiAction.named("Refused").asList()));
		assertThatAllIsWell();
	}

	@Test
	void errorWithoutAMessageIsAClearExceptionToo() {
		this.asterisk.on("Mute", (request) -> AmiAnswer.of(AmiFrame.response("Error")));
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> this.manager.sendAction(AmiAction.named("Mute")))
			.withMessage("Asterisk refused action Mute: it gave no reason")
			.satisfies((ex) -> assertThat(ex.response().message()).isNull());
		assertThatAllIsWell();
	}

	/** A busy machine may not let come in time what is to come before the time-out. */
	private void awaitTimeout(String action, Consumer<ManagerTimeoutException> requirements) {
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThatExceptionOfType(ManagerTimeoutException.class)
				.isThrownBy(() -> this.manager.sendAction(AmiAction.named(action).asList(), SHORT))
				.satisfies(requirements::accept));
	}

	private void assertThatAllIsWell() {
		assertThat(this.manager.status().pendingActions()).isZero();
		assertThat(this.manager.sendAction(new PingAction()).isSuccess()).isTrue();
		assertThat(this.manager.status().connects()).isEqualTo(1);
	}

	private static AmiFrame item(String id) {
		return AmiFrame.event("Item").with("ActionID", id);
	}

	private static AmiFrame complete(String id) {
		return AmiFrame.event("ItemComplete").with("ActionID", id).with("EventList", "Complete").with("ListItems", 1);
	}

}
