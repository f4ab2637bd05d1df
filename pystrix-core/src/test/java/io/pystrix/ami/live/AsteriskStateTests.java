package io.pystrix.ami.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ReconnectPolicy;
import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.live.AsteriskState.SyncStatus;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AsteriskStateTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "wordpass").build();

	private final List<AmiFrame> listed = new CopyOnWriteArrayList<>();

	private Manager manager;

	private AsteriskState state;

	@BeforeEach
	void start() {
		this.asterisk.start();
		this.asterisk.channels(() -> this.listed);
		this.manager = Manager.builder()
			.host("127.0.0.1")
			.port(this.asterisk.port())
			.credentials("admin", "wordpass")
			.reconnect(new ReconnectPolicy(Duration.ofMillis(20), Duration.ofMillis(100), 2, 0.5, 0))
			.build();
		this.state = new AsteriskState(this.manager);
	}

	@AfterEach
	void stop() {
		this.state.close();
		this.manager.close();
		this.asterisk.close();
	}

	@Test
	void channelsThatWereThereBeforeAndThatComeAreKnown() {
		this.listed.add(channel("CoreShowChannel", "1.1", "Up"));
		connect();
		this.asterisk.broadcast(channel("Newchannel", "1.2", "Ring"));
		this.asterisk.broadcast(channel("Newstate", "1.2", "Up"));
		await().atMost(PATIENCE)
			.until(() -> this.state.channel("1.2").map(LiveChannel::state).filter(ChannelState.UP::equals).isPresent());
		assertThat(this.state.channels()).extracting(LiveChannel::uniqueid).containsExactlyInAnyOrder("1.1", "1.2");
		assertThat(this.state.channel("1.1").orElseThrow().caller().number()).isNull();
		assertThat(this.state.channel("1.1").orElseThrow().caller().name()).isEqualTo("Alice");
	}

	@Test
	void channelThatHangsUpIsForgotten() {
		this.listed.add(channel("CoreShowChannel", "1.1", "Up"));
		connect();
		this.asterisk.broadcast(channel("Hangup", "1.1", "Up"));
		await().atMost(PATIENCE).until(() -> this.state.channels().isEmpty());
	}

	@Test
	void channelThatHangsUpWhileTheListIsOnItsWayDoesNotComeBack() {
		this.asterisk.on("CoreShowChannels", (request) -> {
			this.asterisk.broadcast(channel("Hangup", "1.1", "Up"));
			this.asterisk.broadcast(channel("Newchannel", "1.2", "Up"));
			return AmiAnswer
				.list("Channels will follow", "CoreShowChannelsComplete",
						List.of(channel("CoreShowChannel", "1.1", "Up"), channel("CoreShowChannel", "1.2", "Ring")))
				.after(Duration.ofMillis(200));
		});
		connect();
		assertThat(this.state.channels()).singleElement()
			.satisfies((channel) -> assertThat(channel.uniqueid() + channel.state()).isEqualTo("1.2UP"));
	}

	@Test
	void stateIsStaleWithoutAConnectionAndWholeAgainAfterIt() {
		this.listed.add(channel("CoreShowChannel", "1.1", "Up"));
		connect();
		this.asterisk.stop();
		await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.STALE);
		assertThat(this.state.channels()).hasSize(1);
		this.listed.clear();
		this.listed.add(channel("CoreShowChannel", "2.1", "Up"));
		this.asterisk.start();
		await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.LIVE);
		assertThat(this.state.channels()).extracting(LiveChannel::uniqueid).containsExactly("2.1");
	}

	@Test
	void listIsAskedForAgainWhenAsteriskHasBooted() {
		this.asterisk.on("CoreShowChannels", (request) -> AmiAnswer.error("Invalid/unknown command"));
		this.manager.connect();
		await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.LIVE);
		assertThat(this.state.channels()).isEmpty();
		this.listed.add(channel("CoreShowChannel", "1.1", "Up"));
		this.asterisk.on("CoreShowChannels", (request) -> null);
		this.asterisk
			.broadcast(AmiFrame.event("FullyBooted").with("Privilege", "system,all").with("Status", "Fully Booted"));
		await().atMost(PATIENCE).until(() -> this.state.channel("1.1").isPresent());
	}

	private void connect() {
		this.manager.connect();
		await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.LIVE);
	}

	private static AmiFrame channel(String event, String uniqueid, String state) {
		return AmiFrame.event(event)
			.with("Privilege", "call,all")
			.with("Channel", "PJSIP/" + uniqueid)
			.with("ChannelState", state.equals("Up") ? "6" : "4")
			.with("ChannelStateDesc", state)
			.with("CallerIDNum", "<unknown>")
			.with("CallerIDName", "Alice")
			.with("Uniqueid", uniqueid);
	}

}
