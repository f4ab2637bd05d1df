package io.pystrix.ami.live;

import java.time.Duration;
import java.util.List;

import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.live.AsteriskState.SyncStatus;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class AsteriskStateTests extends AsteriskStateSupport {

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
		this.asterisk.off("CoreShowChannels");
		this.asterisk
			.broadcast(AmiFrame.event("FullyBooted").with("Privilege", "system,all").with("Status", "Fully Booted"));
		await().atMost(PATIENCE).until(() -> this.state.channel("1.1").isPresent());
	}

}
