package io.pystrix.integration;

import java.time.Duration;
import java.util.UUID;

import io.pystrix.ami.Manager;
import io.pystrix.ami.action.ConfbridgeMuteAction;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.HangupMatchingAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.QueueAddAction;
import io.pystrix.ami.action.QueuePauseAction;
import io.pystrix.ami.action.QueueRemoveAction;
import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.LiveCall;
import io.pystrix.ami.live.LiveChannel;
import io.pystrix.ami.live.LiveConference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * After whatever happens, the live state says what Asterisk's own lists say.
 */
@RealAsterisk.Required
class AsteriskStateIntegrationTests {

	private final Manager manager = RealAsterisk.builder().build();

	private final AsteriskState state = new AsteriskState(this.manager);

	@BeforeEach
	void start() {
		this.manager.connect();
		await().atMost(RealAsterisk.PATIENCE).until(() -> this.state.status() == AsteriskState.SyncStatus.LIVE);
	}

	@AfterEach
	void stop() {
		// Again and again, as calls that were on their way may come up after the first
		// time
		await().atMost(RealAsterisk.PATIENCE).until(() -> {
			this.manager.sendAction(new HangupMatchingAction(".*"));
			return this.state.channels().isEmpty();
		});
		assertThat(this.state.calls()).isEmpty();
		this.state.close();
		this.manager.close();
	}

	@Test
	void channelComesIsUpAndGoes() {
		String id = UUID.randomUUID().toString();
		this.manager.originate(new OriginateAction("Local/wait@default").application("Wait", "60").channelId(id));
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.state.channel(id).map(LiveChannel::state).filter(ChannelState.UP::equals).isPresent());
		isWhatAsteriskSays();
		this.manager.sendAction(new HangupAction(this.state.channel(id).orElseThrow().name()));
		await().atMost(RealAsterisk.PATIENCE).until(() -> this.state.channel(id).isEmpty());
		isWhatAsteriskSays();
	}

	@Test
	void twoPartiesTalk() {
		String id = UUID.randomUUID().toString();
		call("dial-talk", id);
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.state.bridges().stream().anyMatch((bridge) -> bridge.channels().size() == 2));
		isWhatAsteriskSays();
		LiveCall call = this.state.call(id).orElseThrow();
		assertThat(call.channels()).hasSize(4).startsWith(id);
		assertThat(call.answeredAt()).isAfterOrEqualTo(call.startedAt());
		isTheSameForANewcomer();
	}

	@Test
	void aQueueHasMembersAndCallers() {
		String member = "Local/nobody-" + UUID.randomUUID() + "@default/n";
		this.manager.perform(new QueueAddAction("empty", member).penalty(3)).join();
		this.manager.perform(new QueuePauseAction(member, true).queue("empty").reason("lunch")).join();
		call("queue-empty", "first");
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.state.queue("empty").orElseThrow().callers().size() == 1);
		call("queue-empty", "second");
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.state.queue("empty").orElseThrow().callers().size() == 2);
		assertThat(this.state.queue("empty").orElseThrow().members()).singleElement().satisfies((waiting) -> {
			assertThat(waiting.paused()).isTrue();
			assertThat(waiting.pausedReason()).isEqualTo("lunch");
			assertThat(waiting.penalty()).hasValue(3);
		});
		isWhatAsteriskSays();
		isTheSameForANewcomer();
		int abandoned = this.state.queue("empty").orElseThrow().statistics().abandoned().orElseThrow();
		this.manager.sendAction(new HangupAction(this.state.queue("empty").orElseThrow().callers().get(0).channel()));
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.state.queue("empty").orElseThrow().statistics().abandoned().orElseThrow() > abandoned);
		assertThat(this.state.queue("empty").orElseThrow().callers()).singleElement()
			.satisfies((caller) -> assertThat(caller.position()).isOne());
		this.manager.perform(new QueueRemoveAction("empty", member)).join();
		isWhatAsteriskSays();
	}

	@Test
	void aQueueCallIsAnswered() {
		int completed = this.state.queue("support").orElseThrow().statistics().completed().orElseThrow();
		call("queue", "caller");
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.state.bridges().stream().anyMatch((bridge) -> bridge.channels().size() == 2));
		isWhatAsteriskSays();
		this.manager.sendAction(new HangupMatchingAction(".*"));
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.state.queue("support").orElseThrow().statistics().completed().orElseThrow() > completed);
		isWhatAsteriskSays();
	}

	@Test
	void threeMeetInAConference() {
		for (int i = 0; i < 3; i++) {
			call("conference-live", "guest-" + i);
		}
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.state.conference("live")
				.map(LiveConference::participants)
				.filter((participants) -> participants.size() == 3)
				.isPresent());
		isWhatAsteriskSays();
		LiveConference conference = this.state.conference("live").orElseThrow();
		this.manager.sendAction(new ConfbridgeMuteAction("live", conference.participants().get(0).channel()));
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.state.conference("live")
				.orElseThrow()
				.participants()
				.stream()
				.anyMatch((participant) -> participant.muted()));
		isWhatAsteriskSays();
		isTheSameForANewcomer();
		this.manager.sendAction(new HangupMatchingAction(".*"));
		await().atMost(RealAsterisk.PATIENCE).until(() -> this.state.conferences().isEmpty());
	}

	@Test
	void aCallIsParked() {
		call("park", "parked");
		await().atMost(RealAsterisk.PATIENCE).until(() -> this.state.parkedCalls().size() == 1);
		isWhatAsteriskSays();
		isTheSameForANewcomer();
		this.manager.sendAction(new HangupMatchingAction(".*"));
		await().atMost(RealAsterisk.PATIENCE).until(() -> this.state.parkedCalls().isEmpty());
		isWhatAsteriskSays();
	}

	private void call(String exten, String channelId) {
		this.manager.originate(new OriginateAction("Local/wait@default").context("default")
			.exten(exten)
			.priority("1")
			.channelId(channelId));
	}

	private void isWhatAsteriskSays() {
		await().atMost(RealAsterisk.PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.untilAsserted(() -> assertThat(LiveLists.of(this.state)).isEqualTo(LiveLists.of(this.manager)));
	}

	private void isTheSameForANewcomer() {
		try (Manager other = RealAsterisk.builder().build(); AsteriskState fresh = new AsteriskState(other)) {
			other.connect();
			await().atMost(RealAsterisk.PATIENCE).until(() -> fresh.status() == AsteriskState.SyncStatus.LIVE);
			await().atMost(RealAsterisk.PATIENCE)
				.untilAsserted(() -> assertThat(LiveLists.of(fresh)).isEqualTo(LiveLists.of(this.state)));
		}
	}

}
