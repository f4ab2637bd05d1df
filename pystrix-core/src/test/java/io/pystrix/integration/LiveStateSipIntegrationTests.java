package io.pystrix.integration;

import java.io.IOException;
import java.time.Duration;

import io.pystrix.ami.Manager;
import io.pystrix.ami.action.HangupMatchingAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.event.DialStatus;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.LiveChannel;
import io.pystrix.ami.live.LiveConference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the live state says of calls by SIP.
 */
@RealAsterisk.Required
@Timeout(120)
class LiveStateSipIntegrationTests {

	private final Manager manager = RealAsterisk.builder().build();

	private final AsteriskState state = new AsteriskState(this.manager);

	@BeforeEach
	void start() {
		this.manager.connect();
		await().atMost(RealAsterisk.PATIENCE).until(() -> this.state.status() == AsteriskState.SyncStatus.LIVE);
	}

	@AfterEach
	void stop() {
		await().atMost(RealAsterisk.PATIENCE).until(() -> {
			this.manager.sendAction(new HangupMatchingAction(".*"));
			return this.state.channels().isEmpty();
		});
		isWhatAsteriskSays();
		this.state.close();
		this.manager.close();
	}

	@Test
	void partyThatHoldsTheOtherIsOnHoldUntilItComesBack() throws IOException {
		try (SipPhone phone = new SipPhone("dial-talk")) {
			await().atMost(RealAsterisk.PATIENCE)
				.until(() -> this.state.bridges().stream().anyMatch((bridge) -> bridge.channels().size() == 2));
			isWhatAsteriskSays();
			phone.hold();
			await().atMost(RealAsterisk.PATIENCE).until(() -> holding() == 1);
			isWhatAsteriskSays();
			phone.unhold();
			await().atMost(RealAsterisk.PATIENCE).until(() -> holding() == 0);
			isWhatAsteriskSays();
			phone.hangUp();
			await().atMost(RealAsterisk.PATIENCE).until(() -> this.state.calls().isEmpty());
		}
	}

	@Test
	void partyThatTransfersTheOtherIsGoneAndTheOtherIsWhereItWasSentTo() throws IOException {
		try (SipPhone phone = new SipPhone("dial-talk")) {
			await().atMost(RealAsterisk.PATIENCE)
				.until(() -> this.state.bridges().stream().anyMatch((bridge) -> bridge.channels().size() == 2));
			phone.transfer("conference-refer");
			await().atMost(RealAsterisk.PATIENCE)
				.until(() -> this.state.conference("refer")
					.map(LiveConference::participants)
					.filter((participants) -> participants.size() == 1)
					.isPresent());
			isWhatAsteriskSays();
			assertThat(this.state.channels()).noneMatch((channel) -> channel.name().startsWith("PJSIP/"));
		}
	}

	@Test
	void callThatIsAnsweredIsKnownOnBothOfItsSides() {
		call("sip-wait");
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.state.bridges().stream().anyMatch((bridge) -> bridge.channels().size() == 2));
		isWhatAsteriskSays();
		assertThat(this.state.channels()).filteredOn((channel) -> channel.name().startsWith("PJSIP/loop-"))
			.hasSize(2)
			.anyMatch((channel) -> channel.dialStatus() == DialStatus.ANSWER);
	}

	@Test
	void callsThatAreNotAnsweredLeaveNothing() {
		call("sip-busy");
		call("sip-congestion");
		call("sip-hangup-21");
		await().atMost(RealAsterisk.PATIENCE).until(() -> this.state.channels().isEmpty());
		isWhatAsteriskSays();
		call("sip-noanswer");
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.state.channels()
				.stream()
				.anyMatch((channel) -> channel.dialStatus() == DialStatus.RINGING));
		isWhatAsteriskSays();
	}

	private void call(String exten) {
		this.manager.originate(new OriginateAction("Local/wait@default").context("default").exten(exten).priority("1"));
	}

	private long holding() {
		return this.state.channels().stream().filter(LiveChannel::onHold).count();
	}

	private void isWhatAsteriskSays() {
		await().atMost(RealAsterisk.PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.untilAsserted(() -> assertThat(LiveLists.of(this.state)).isEqualTo(LiveLists.of(this.manager)));
	}

}
