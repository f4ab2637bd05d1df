package io.pystrix.integration;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerAuthenticationException;
import io.pystrix.ami.action.ChallengeAction;
import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.action.GetvarAction;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.LoginAction;
import io.pystrix.ami.action.LogoffAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.action.SetvarAction;
import io.pystrix.ami.action.UserEventAction;
import io.pystrix.ami.event.CoreShowChannelEvent;
import io.pystrix.ami.event.FullyBootedEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.UserEventEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@RealAsterisk.Required
class ManagerIntegrationTests {

	/**
	 * What the example of pystrix does: a Manager that has no credentials, Challenge and
	 * Login by hand, and FullyBooted caught in three ways.
	 */
	@Test
	void loginByHandWithChallengeAndCallbacksOfEveryKind() {
		List<String> seen = new CopyOnWriteArrayList<>();
		try (Manager manager = RealAsterisk.anonymous().build()) {
			manager.registerCallback(FullyBootedEvent.class, (event, m) -> seen.add("class: " + event.status()));
			manager.registerCallback("FullyBooted", (event, m) -> seen.add("name"));
			manager.registerCallback(Pattern.compile("Fully.*"), (event, m) -> seen.add("pattern"));
			manager.registerCallback(AmiEvent.class, (event, m) -> seen.add("all: " + event.name()));
			manager.registerOrphanCallback((response, m) -> seen.add("orphan"));
			manager.connect();
			assertThat(manager.status().greeting()).startsWith("Asterisk Call Manager/");
			assertThatExceptionOfType(ActionFailedException.class)
				.isThrownBy(() -> manager.sendAction(new CoreShowChannelsAction()));
			String challenge = manager.sendAction(new ChallengeAction("MD5")).challenge();
			manager
				.sendAction(LoginAction.md5(RealAsterisk.USERNAME, RealAsterisk.PASSWORD, challenge).events("system"));
			await().atMost(RealAsterisk.PATIENCE)
				.untilAsserted(
						() -> assertThat(seen).contains("class: Fully Booted", "name", "pattern", "all: FullyBooted"));
			assertThat(manager.sendAction(new PingAction()).timestamp()).isNotNull();
			assertThat(manager.sendAction(new LogoffAction()).response()).isEqualTo("Goodbye");
			assertThat(seen).doesNotContain("orphan");
		}
	}

	@Test
	void wrongPasswordIsRefusedOnce() {
		try (Manager manager = RealAsterisk.anonymous().credentials(RealAsterisk.USERNAME, "no").build()) {
			assertThatExceptionOfType(ManagerAuthenticationException.class).isThrownBy(manager::connect)
				.withMessageContaining("Authentication failed");
		}
	}

	@Test
	void callIsPlacedListedAndHungUp() throws Exception {
		try (Manager manager = RealAsterisk.builder().build()) {
			manager.connect();
			OriginateResult call = manager
				.originate(new OriginateAction("Local/wait@default").context("default").exten("echo").priority("1"))
				.get(60, TimeUnit.SECONDS);
			assertThat(call.reason()).isEqualTo(OriginateResult.Reason.ANSWERED);
			EventList<CoreShowChannelEvent> channels = manager.sendAction(new CoreShowChannelsAction());
			assertThat(channels.isConsistent()).isTrue();
			assertThat(channels.stream()).anyMatch((channel) -> channel.channel().equals(call.channel())
					&& channel.uniqueid().equals(call.uniqueid()));
			CompletableFuture<HangupEvent> gone = manager.nextEvent(HangupEvent.class,
					(event) -> event.uniqueid().equals(call.uniqueid()));
			manager.sendAction(new HangupAction(call.channel()));
			assertThat(gone.get(60, TimeUnit.SECONDS).channel()).isEqualTo(call.channel());
		}
	}

	@Test
	void outcomeOfACallTellsWhyItWasNotAnswered() throws Exception {
		try (Manager manager = RealAsterisk.builder().build()) {
			manager.connect();
			OriginateResult busy = manager.originate(new OriginateAction("Local/busy@default").application("Echo", ""))
				.get(60, TimeUnit.SECONDS);
			assertThat(busy.isAnswered()).isFalse();
			assertThat(busy.reason()).isEqualTo(OriginateResult.Reason.BUSY);
			CompletableFuture<OriginateResult> nowhere = manager
				.originate(new OriginateAction("Local/wait@default").context("default").exten("nowhere").priority("1"));
			await().atMost(RealAsterisk.PATIENCE).until(nowhere::isCompletedExceptionally);
			assertThat(nowhere.handle((value, failure) -> failure).join()).isInstanceOf(ActionFailedException.class)
				.hasMessageContaining("Extension does not exist");
		}
	}

	@Test
	void valuesComeBackByteForByte() {
		try (Manager manager = RealAsterisk.builder().build()) {
			manager.connect();
			String value = " José: \"a\", \\b; 100%";
			manager.sendAction(new SetvarAction("PYSTRIX_TEST", "x" + value));
			assertThat(manager.sendAction(new GetvarAction("PYSTRIX_TEST")).value()).isEqualTo("x" + value);
		}
	}

	@Test
	void ownEventsComeWithAllTheirHeaders() throws Exception {
		try (Manager manager = RealAsterisk.builder().build()) {
			manager.connect();
			CompletableFuture<UserEventEvent> event = manager.nextEvent(UserEventEvent.class,
					(candidate) -> candidate.userEvent().equals("PystrixTest"));
			manager.sendAction(
					AmiAction.named("UserEvent").with("UserEvent", "PystrixTest").with("A", "1").with("A", "2"));
			assertThat(event.get(60, TimeUnit.SECONDS).getAll("A")).containsExactly("1", "2");
			assertThat(manager.sendAction(new UserEventAction("Another")).isSuccess()).isTrue();
		}
	}

}
