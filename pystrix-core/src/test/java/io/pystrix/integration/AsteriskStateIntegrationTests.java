package io.pystrix.integration;

import java.util.UUID;

import io.pystrix.ami.Manager;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.LiveChannel;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;

@RealAsterisk.Required
class AsteriskStateIntegrationTests {

	@Test
	void channelComesIsUpAndGoes() {
		String id = UUID.randomUUID().toString();
		try (Manager manager = RealAsterisk.builder().build(); AsteriskState state = new AsteriskState(manager)) {
			manager.connect();
			manager.originate(new OriginateAction("Local/wait@default").application("Wait", "60").channelId(id));
			await().atMost(RealAsterisk.PATIENCE)
				.until(() -> state.channel(id).map(LiveChannel::state).filter(ChannelState.UP::equals).isPresent());
			await().atMost(RealAsterisk.PATIENCE).until(() -> state.status() == AsteriskState.SyncStatus.LIVE);
			manager.sendAction(new HangupAction(state.channel(id).orElseThrow().name()));
			await().atMost(RealAsterisk.PATIENCE).until(() -> state.channel(id).isEmpty());
		}
	}

}
