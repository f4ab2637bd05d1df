package io.pystrix.ami.event;

import java.time.Instant;
import java.util.NoSuchElementException;

import io.pystrix.ami.message.AmiHeaders;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SnapshotsTests {

	@Test
	void eventOfAChannelHasItsState() {
		ChannelEvent event = new NewstateEvent(AmiHeaders.parse("Event: Newstate", "Privilege: call,all",
				"Timestamp: 1795227770.925470", "SystemName: pbx", "Channel: PJSIP/1-1", "ChannelState: 5",
				"ChannelStateDesc: Ringing", "CallerIDNum: <unknown>", "Exten: 00100", "Priority: 1",
				"Uniqueid: pbx-17.0", "ChanVariable: FOO=1", "ChanVariable: BAR="));
		assertThat(event.channelState()).isEqualTo(ChannelState.RINGING);
		assertThat(event.exten()).isEqualTo("00100");
		assertThat(event.snapshot().channelState()).isEqualTo(ChannelState.RINGING);
		assertThat(event.snapshot().callerIdNum()).isNull();
		assertThat(event.snapshot().get("CallerIDNum")).isEqualTo("<unknown>");
		assertThat(event.chanVariable()).containsExactly("FOO=1", "BAR=");
		assertThat(event.timestamp()).isEqualTo(Instant.ofEpochSecond(1795227770, 925470000));
		assertThat(event.systemName()).isEqualTo("pbx");
		assertThat(event.privilege()).isEqualTo("call,all");
		assertThat(event.linkedid()).isNull();
	}

	@Test
	void stateThatIsNotKnownStaysReadable() {
		NewstateEvent event = new NewstateEvent(AmiHeaders.parse("Event: Newstate", "ChannelState: 42"));
		assertThat(event.channelState()).isEqualTo(ChannelState.UNKNOWN);
		assertThat(event.get("ChannelState")).isEqualTo("42");
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(event::channel);
	}

	@Test
	void channelThatIsNotThereIsNull() {
		DialBeginEvent event = new DialBeginEvent(
				AmiHeaders.parse("Event: DialBegin", "DestChannel: PJSIP/1-1", "DestChannelState: 0"));
		assertThat(event.snapshot()).isNull();
		assertThat(event.channel()).isNull();
		ChannelSnapshot dest = event.dest();
		assertThat(dest).isNotNull();
		assertThat(dest.channelState()).isEqualTo(ChannelState.DOWN);
	}

	@Test
	void bridgesAreToldApartByAPrefix() {
		BridgeMergeEvent event = new BridgeMergeEvent(
				AmiHeaders.parse("Event: BridgeMerge", "ToBridgeUniqueid: a", "ToBridgeNumChannels: 2",
						"ToBridgeTechnology: simple_bridge", "FromBridgeUniqueid: b", "FromBridgeNumChannels: many"));
		assertThat(event.toBridge()).hasToString("null (a)");
		assertThat(event.toBridge().bridgeNumChannels()).hasValue(2);
		assertThat(event.toBridge().bridgeTechnology()).isEqualTo("simple_bridge");
		assertThat(event.fromBridge().bridgeUniqueid()).isEqualTo("b");
		assertThat(event.fromBridge().bridgeNumChannels()).isEmpty();
	}

	@Test
	void eventOfABridgeHasItsStateItself() {
		BridgeEnterEvent event = new BridgeEnterEvent(AmiHeaders.parse("Event: BridgeEnter", "BridgeUniqueid: a",
				"BridgeType: basic", "BridgeNumChannels: 1", "Channel: PJSIP/1-1", "Uniqueid: 1"));
		assertThat(event.bridgeUniqueid()).isEqualTo("a");
		assertThat(event.bridgeNumChannels()).hasValue(1);
		assertThat(event.bridge()).hasToString("basic (a)");
		assertThat(event.channel()).isEqualTo("PJSIP/1-1");
	}

}
