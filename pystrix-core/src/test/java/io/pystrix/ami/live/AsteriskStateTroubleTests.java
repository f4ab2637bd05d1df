package io.pystrix.ami.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.live.AsteriskState.SyncStatus;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an Asterisk and its connection may do to a state.
 */
@Timeout(60)
class AsteriskStateTroubleTests extends AsteriskStateSupport {

	@Test
	void lostEventsAreMadeUpForByNewLists() {
		connect();
		int asked = this.asterisk.requests("CoreShowChannels").size();
		// Nothing that happens is taken in meanwhile
		synchronized (this.state) {
			// Twice as many as a mailbox holds: its thread may have taken all it held at
			// once
			for (int i = 0; i < 25_000; i++) {
				this.asterisk.broadcast(channel("Newchannel", "1." + i, "Up"));
			}
			this.listed.add(channel("CoreShowChannel", "1.24999", "Up"));
			await().atMost(PATIENCE).until(() -> this.manager.status().lostEvents() > 0);
		}
		await().atMost(PATIENCE).until(() -> this.asterisk.requests("CoreShowChannels").size() > asked);
		await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.LIVE);
		assertThat(this.state.channels()).extracting(LiveChannel::uniqueid).contains("1.24999");
	}

	@Test
	void connectionThatIsLostWhileListsAreOnTheirWayIsFollowedByNewLists() {
		connect();
		AtomicBoolean first = new AtomicBoolean(true);
		this.listed.add(channel("CoreShowChannel", "1.1", "Up"));
		this.asterisk.on("BridgeList", (request) -> AmiAnswer.none());
		this.asterisk.on("QueueStatus", (request) -> {
			if (first.getAndSet(false)) {
				this.asterisk.off("BridgeList");
				this.asterisk.dropConnections();
			}
			return null;
		});
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.manager.status().connects() >= 3);
		await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.LIVE);
		assertThat(this.state.channels()).extracting(LiveChannel::uniqueid).containsExactly("1.1");
	}

	@Test
	void listThatIsForbiddenLeavesTheOthersWhole() {
		this.listed.add(channel("CoreShowChannel", "1.1", "Up"));
		this.asterisk.on("DeviceStateList", (request) -> AmiAnswer.error("Permission denied"));
		this.asterisk.on("QueueStatus", (request) -> AmiAnswer.error("Permission denied"));
		connect();
		assertThat(this.state.channels()).hasSize(1);
		assertThat(this.state.devices()).isEmpty();
		this.asterisk.broadcast(AmiFrame.event("DeviceStateChange")
			.with("Privilege", "call,all")
			.with("Device", "PJSIP/1")
			.with("State", "INUSE"));
		this.asterisk.broadcast(channel("QueueCallerJoin", "1.1", "Up").with("Queue", "sales")
			.with("Position", "1")
			.with("Count", "1"));
		await().atMost(PATIENCE).until(() -> this.state.device("PJSIP/1").isPresent());
	}

	@Test
	void devicesThatAsteriskKeepsNoStateOfAreLeftOut() {
		connect();
		for (String device : List.of("Local/100@internal", "CBAnn/1", "AudioSocket/127.0.0.1:9092-40325ec2",
				"UnicastRTP/127.0.0.1:4000", "MulticastRTP/basic/239.0.0.1:5000", "WebSocket/media/0x7f00",
				"PJSIP/1")) {
			this.asterisk.broadcast(AmiFrame.event("DeviceStateChange")
				.with("Privilege", "call,all")
				.with("Device", device)
				.with("State", "INUSE"));
		}
		await().atMost(PATIENCE).until(() -> this.state.device("PJSIP/1").isPresent());
		assertThat(this.state.devices()).extracting(LiveDevice::name).containsExactly("PJSIP/1");
	}

	@Test
	void listThatLacksItemsRemovesNothing() {
		this.listed.add(channel("CoreShowChannel", "1.1", "Up"));
		this.listed.add(channel("CoreShowChannel", "1.2", "Up"));
		connect();
		this.asterisk.on("CoreShowChannels",
				(request) -> AmiAnswer.list("Channels will follow",
						AmiFrame.event("CoreShowChannelsComplete").with("EventList", "Complete").with("ListItems", 2),
						List.of(channel("CoreShowChannel", "1.1", "Up"))));
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.asterisk.requests("CoreShowChannels").size() >= 2);
		await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.LIVE);
		assertThat(this.state.channels()).extracting(LiveChannel::uniqueid).containsExactlyInAnyOrder("1.1", "1.2");
	}

	@Test
	void listThatNeverComesLeavesTheStateStaleUntilTheNextConnection() {
		use(builder().actionTimeout(Duration.ofMillis(500)));
		this.asterisk.on("ParkedCalls", (request) -> AmiAnswer.none());
		try (LogCapture log = new LogCapture("io.pystrix.ami.live")) {
			this.manager.connect();
			await().atMost(PATIENCE).until(() -> !log.at(Level.WARN).isEmpty());
			assertThat(log.at(Level.WARN)).singleElement().asString().startsWith("The state of Asterisk could not be");
			await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.STALE);
			this.asterisk.off("ParkedCalls");
			// On a busy machine even a list that comes may be late
			await().atMost(PATIENCE).until(() -> becomesLive(log));
		}
	}

	private boolean becomesLive(LogCapture log) {
		int failures = log.at(Level.WARN).size();
		this.asterisk.dropConnections();
		await().atMost(PATIENCE)
			.until(() -> this.state.status() == SyncStatus.LIVE || log.at(Level.WARN).size() > failures);
		return this.state.status() == SyncStatus.LIVE;
	}

	@Test
	void listThatCannotBeReadIsToldAndLeavesTheStateStale() {
		AmiFrame odd = AmiFrame.event("CoreShowChannel").with("Channel", "PJSIP/without-an-id");
		this.listed.add(odd);
		try (LogCapture log = new LogCapture("io.pystrix.ami.live")) {
			this.manager.connect();
			await().atMost(PATIENCE).until(() -> !log.at(Level.WARN).isEmpty());
		}
		await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.STALE);
		this.listed.clear();
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.LIVE);
	}

	@Test
	void eventsThatCannotBeReadAreSkipped() {
		connect();
		for (String name : List.of("Newchannel", "Newstate", "Hangup", "BridgeEnter", "BridgeLeave", "BridgeCreate",
				"BridgeDestroy", "DialBegin", "DialEnd", "LocalBridge", "VarSet", "Hold", "QueueCallerJoin",
				"QueueCallerLeave", "QueueMemberStatus", "ConfbridgeJoin", "ConfbridgeStart", "ParkedCall",
				"UnParkedCall", "DeviceStateChange", "ExtensionStatus", "ContactStatus", "MessageWaiting")) {
			this.asterisk.broadcast(AmiFrame.event(name).with("Privilege", "call,all"));
			this.asterisk.broadcast(AmiFrame.event(name)
				.with("Privilege", "call,all")
				.with("Uniqueid", "")
				.with("ChannelState", "x")
				.with("Position", "-7")
				.with("Queue", ""));
		}
		this.asterisk.broadcast(channel("Newchannel", "1.1", "Odd"));
		await().atMost(PATIENCE).until(() -> this.state.channel("1.1").isPresent());
		assertThat(this.state.status()).isEqualTo(SyncStatus.LIVE);
		assertThat(this.state.channel("1.1").orElseThrow().state()).isEqualTo(ChannelState.RING);
		assertThat(this.state.channels()).hasSize(1);
	}

	@Test
	void eventsThatCannotBeReadWhileListsAreOnTheirWayDoNotKeepTheStateFromBeingLive() {
		this.asterisk.on("CoreShowChannels", (request) -> {
			for (int i = 0; i < 100; i++) {
				this.asterisk.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all"));
			}
			return null;
		});
		connect();
	}

	@Test
	void twoStatesOfOneManagerKnowTheSameAndOneOutlivesTheOther() {
		connect();
		try (AsteriskState other = new AsteriskState(this.manager)) {
			await().atMost(PATIENCE).until(() -> other.status() == SyncStatus.LIVE);
			this.asterisk.broadcast(channel("Newchannel", "1.1", "Up"));
			await().atMost(PATIENCE)
				.until(() -> other.channel("1.1").isPresent() && this.state.channel("1.1").isPresent());
		}
		this.asterisk.broadcast(channel("Hangup", "1.1", "Up"));
		await().atMost(PATIENCE).until(() -> this.state.channels().isEmpty());
	}

	@Test
	void stateThatIsClosedWhileListsAreOnTheirWayStaysStale() {
		CountDownLatch closed = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		this.asterisk.on("CoreShowChannels", (request) -> {
			awaitQuietly(closed);
			return AmiAnswer
				.list("Channels will follow", "CoreShowChannelsComplete",
						List.of(channel("CoreShowChannel", "1.1", "Up")))
				.then(answered::countDown);
		});
		this.manager.connect();
		this.asterisk.awaitRequest("CoreShowChannels", PATIENCE);
		this.state.close();
		closed.countDown();
		awaitQuietly(answered);
		this.manager.sendAction(new PingAction());
		assertThat(this.state.status()).isEqualTo(SyncStatus.STALE);
		assertThat(this.state.channels()).isEmpty();
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.manager.status().connects() > 1 && this.manager.isConnected());
		this.manager.sendAction(new PingAction());
		assertThat(this.state.status()).isEqualTo(SyncStatus.STALE);
		assertThat(this.asterisk.requests("CoreShowChannels")).hasSize(1);
	}

	@Test
	void connectionThatIsLostWithEventsStillWaitingLeavesTheStateStale() {
		connect();
		synchronized (this.state) {
			for (int i = 0; i < 500; i++) {
				this.asterisk.broadcast(channel("Newchannel", "1." + i, "Up"));
			}
			// Asterisk answers after the events, so that its answer tells that all are
			// here
			this.manager.sendAction(new PingAction(), PATIENCE);
			this.asterisk.stop();
			await().atMost(PATIENCE).until(() -> !this.manager.isConnected());
		}
		await().atMost(PATIENCE).until(() -> this.state.channels().size() == 500);
		await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.STALE);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
