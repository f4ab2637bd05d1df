package io.pystrix.integration;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.action.AGIAction;
import io.pystrix.ami.action.AOCMessageAction;
import io.pystrix.ami.action.AbsoluteTimeoutAction;
import io.pystrix.ami.action.AtxferAction;
import io.pystrix.ami.action.BlindTransferAction;
import io.pystrix.ami.action.BridgeAction;
import io.pystrix.ami.action.BridgeDestroyAction;
import io.pystrix.ami.action.BridgeInfoAction;
import io.pystrix.ami.action.BridgeKickAction;
import io.pystrix.ami.action.BridgeListAction;
import io.pystrix.ami.action.CancelAtxferAction;
import io.pystrix.ami.action.ChangeMonitorAction;
import io.pystrix.ami.action.ConfbridgeKickAction;
import io.pystrix.ami.action.ConfbridgeListAction;
import io.pystrix.ami.action.ConfbridgeListRoomsAction;
import io.pystrix.ami.action.ConfbridgeLockAction;
import io.pystrix.ami.action.ConfbridgeMuteAction;
import io.pystrix.ami.action.ConfbridgeSetSingleVideoSrcAction;
import io.pystrix.ami.action.ConfbridgeStartRecordAction;
import io.pystrix.ami.action.ConfbridgeStopRecordAction;
import io.pystrix.ami.action.ConfbridgeUnlockAction;
import io.pystrix.ami.action.ConfbridgeUnmuteAction;
import io.pystrix.ami.action.ControlPlaybackAction;
import io.pystrix.ami.action.CoreShowChannelMapAction;
import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.action.GetvarAction;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.HangupMatchingAction;
import io.pystrix.ami.action.LocalOptimizeAwayAction;
import io.pystrix.ami.action.MixMonitorAction;
import io.pystrix.ami.action.MixMonitorDirection;
import io.pystrix.ami.action.MixMonitorMuteAction;
import io.pystrix.ami.action.MonitorAction;
import io.pystrix.ami.action.MuteAudioAction;
import io.pystrix.ami.action.MuteAudioDirection;
import io.pystrix.ami.action.ParkAction;
import io.pystrix.ami.action.ParkedCallsAction;
import io.pystrix.ami.action.ParkinglotsAction;
import io.pystrix.ami.action.PauseMonitorAction;
import io.pystrix.ami.action.PlayDTMFAction;
import io.pystrix.ami.action.PlayMFAction;
import io.pystrix.ami.action.PlaybackControl;
import io.pystrix.ami.action.RedirectAction;
import io.pystrix.ami.action.SendFlashAction;
import io.pystrix.ami.action.SendTextAction;
import io.pystrix.ami.action.SetvarAction;
import io.pystrix.ami.action.StatusAction;
import io.pystrix.ami.action.StopMixMonitorAction;
import io.pystrix.ami.action.StopMonitorAction;
import io.pystrix.ami.action.UnpauseMonitorAction;
import io.pystrix.ami.event.AsyncAGIExecEvent;
import io.pystrix.ami.event.AsyncAGIStartEvent;
import io.pystrix.ami.event.BlindTransferEvent;
import io.pystrix.ami.event.BridgeDestroyEvent;
import io.pystrix.ami.event.BridgeEnterEvent;
import io.pystrix.ami.event.BridgeInfoChannelEvent;
import io.pystrix.ami.event.BridgeLeaveEvent;
import io.pystrix.ami.event.BridgeListItemEvent;
import io.pystrix.ami.event.ChannelHungupEvent;
import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.event.ConfbridgeLeaveEvent;
import io.pystrix.ami.event.ConfbridgeListEvent;
import io.pystrix.ami.event.ConfbridgeListRoomsEvent;
import io.pystrix.ami.event.MixMonitorMuteEvent;
import io.pystrix.ami.event.MixMonitorStartEvent;
import io.pystrix.ami.event.MixMonitorStopEvent;
import io.pystrix.ami.event.MonitorStartEvent;
import io.pystrix.ami.event.MonitorStopEvent;
import io.pystrix.ami.event.ParkedCallEvent;
import io.pystrix.ami.event.ParkinglotEvent;
import io.pystrix.ami.event.TransferResult;
import io.pystrix.ami.message.EventList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The actions that need a call.
 */
@RealAsterisk.Required
class ChannelActionsIntegrationTests extends ActionsSupport {

	@Test
	void channelIsSeenAndSteered() throws Exception {
		String channel = call("wait");
		assertThat(send(new CoreShowChannelsAction())).filteredOn((event) -> event.channel().equals(channel))
			.first()
			.satisfies((event) -> assertThat(event.channelState()).isEqualTo(ChannelState.UP))
			.satisfies((event) -> assertThat(event.duration()).isLessThan(Duration.ofMinutes(1)));
		send(new SetvarAction("colour", "red").channel(channel));
		assertThat(send(new GetvarAction("colour").channel(channel)).value()).isEqualTo("red");
		assertThat(send(new StatusAction().channel(channel).variables("colour"))).first()
			.satisfies((event) -> assertThat(event.variable()).containsExactly("colour=red"))
			.satisfies((event) -> assertThat(event.seconds()).isNotNull());
		succeeds(new AbsoluteTimeoutAction(channel, Duration.ofMinutes(5)));
		succeeds(new MuteAudioAction(channel, MuteAudioDirection.ALL, true));
		succeeds(new PlayDTMFAction(channel, "1").duration(Duration.ofMillis(100)).receive(true));
		succeeds(new PlayMFAction(channel, "1").duration(Duration.ofMillis(100)));
		succeeds(new SendTextAction(channel, "hello"));
		succeeds(new LocalOptimizeAwayAction(channel));
		succeeds(new RedirectAction(channel, "default", "wait", "1"));
		isRefused(new AOCMessageAction("E").channel(channel), "");
		assertThat(soon(this.manager.perform(new HangupAction(channel).cause(16))).channel()).isEqualTo(channel);
	}

	/** {@code apps/app_senddtmf.c} has it from these releases on. */
	@Test
	@FromAsterisk({ "18.18", "20.3", "21.0" })
	void aFlashIsSent() throws Exception {
		String channel = call("wait");
		succeeds(new SendFlashAction(channel));
		send(new HangupAction(channel));
	}

	/** {@code main/manager.c} has it from these releases on. */
	@Test
	@FromAsterisk({ "18.19", "20.4", "21.0" })
	void channelsThatAreConnectedAreMapped() throws Exception {
		String channel = call("wait");
		assertThat(send(new CoreShowChannelMapAction().channel(channel)).complete()).isNotNull();
		send(new HangupAction(channel));
	}

	@Test
	void channelsAreHungUpByPattern() throws Exception {
		String channel = call("echo");
		EventList<ChannelHungupEvent> gone = send(new HangupMatchingAction("^Local/echo@default.*;1$").cause(16));
		assertThat(gone).extracting(ChannelHungupEvent::channel).contains(channel);
		isRefused(new HangupAction("Local/nobody@default"), "No such channel");
	}

	@Test
	void playbackIsSteered() throws Exception {
		String channel = farHalf(call("talk"));
		succeeds(new ControlPlaybackAction(channel, PlaybackControl.PAUSE));
		succeeds(new ControlPlaybackAction(channel, PlaybackControl.STOP));
		hangUp("talk");
	}

	/** {@code res/res_monitor.c} is gone from 21 on. */
	@Test
	@BeforeAsterisk("21.0")
	void recordingOfTwoFilesIsPausedAndEnded() throws Exception {
		String channel = call("music");
		CompletableFuture<MonitorStartEvent> started = next(MonitorStartEvent.class);
		succeeds(new MonitorAction(channel).file("pystrix-api").format("wav"));
		assertThat(soon(started).channel()).isEqualTo(channel);
		succeeds(new PauseMonitorAction(channel));
		succeeds(new UnpauseMonitorAction(channel));
		succeeds(new ChangeMonitorAction(channel, "pystrix-api-2"));
		CompletableFuture<MonitorStopEvent> stopped = next(MonitorStopEvent.class);
		succeeds(new StopMonitorAction(channel));
		assertThat(soon(stopped).channel()).isEqualTo(channel);
		hangUp("music");
	}

	@Test
	void recordingHasAnId() throws Exception {
		String channel = call("music");
		CompletableFuture<MixMonitorStartEvent> started = next(MixMonitorStartEvent.class);
		String id = send(new MixMonitorAction(channel).file("/tmp/pystrix-api.wav").options("i(recording)"))
			.mixMonitorId();
		assertThat(id).isNotEmpty();
		assertThat(soon(started).channel()).isEqualTo(channel);
		CompletableFuture<MixMonitorMuteEvent> muted = next(MixMonitorMuteEvent.class);
		succeeds(new MixMonitorMuteAction(channel, MixMonitorDirection.BOTH, true));
		assertThat(soon(muted).state()).isTrue();
		CompletableFuture<MixMonitorStopEvent> stopped = next(MixMonitorStopEvent.class);
		succeeds(new StopMixMonitorAction(channel).mixMonitorId(id));
		assertThat(soon(stopped).channel()).isEqualTo(channel);
		hangUp("music");
	}

	@Test
	void bridgeIsSeenAndEnded() throws Exception {
		String first = call("wait");
		String second = call("echo");
		String bridge = bridge(first, second);
		await().atMost(RealAsterisk.PATIENCE)
			.untilAsserted(
					() -> assertThat(send(new BridgeInfoAction(bridge))).extracting(BridgeInfoChannelEvent::channel)
						.containsExactlyInAnyOrder(first, second));
		assertThat(send(new BridgeListAction())).extracting(BridgeListItemEvent::bridgeUniqueid).contains(bridge);
		CompletableFuture<BridgeDestroyEvent> ended = this.manager.nextEvent(BridgeDestroyEvent.class,
				(event) -> bridge.equals(event.bridgeUniqueid()));
		succeeds(new BridgeDestroyAction(bridge));
		assertThat(soon(ended).bridgeNumChannels()).hasValue(0);
		hangUp("wait");
		hangUp("echo");
	}

	@Test
	void channelIsKickedOutOfItsBridge() throws Exception {
		String first = call("wait");
		String second = call("echo");
		String bridge = bridge(first, second);
		CompletableFuture<BridgeLeaveEvent> left = this.manager.nextEvent(BridgeLeaveEvent.class,
				(event) -> event.channel().equals(second));
		succeeds(new BridgeKickAction(second).bridgeUniqueid(bridge));
		assertThat(soon(left).bridgeUniqueid()).isEqualTo(bridge);
		hangUp("wait");
		hangUp("echo");
	}

	private String bridge(String first, String second) throws Exception {
		CompletableFuture<BridgeEnterEvent> one = entered(first);
		CompletableFuture<BridgeEnterEvent> other = entered(second);
		succeeds(new BridgeAction(first, second));
		assertThat(soon(one).bridgeUniqueid()).isNotNull().isEqualTo(soon(other).bridgeUniqueid());
		return soon(one).bridgeUniqueid();
	}

	private CompletableFuture<BridgeEnterEvent> entered(String channel) {
		return this.manager.nextEvent(BridgeEnterEvent.class, (event) -> event.channel().equals(channel));
	}

	@Test
	void callsAreTransferred() throws Exception {
		CompletableFuture<BridgeEnterEvent> entered = this.manager.nextEvent(BridgeEnterEvent.class,
				(event) -> event.channel().startsWith("Local/dial@"));
		call("dial");
		String caller = soon(entered).channel();
		succeeds(new AtxferAction(caller, "wait").context("default"));
		this.manager.exchange(new CancelAtxferAction(caller));
		await().atMost(RealAsterisk.PATIENCE).until(() -> {
			CompletableFuture<BlindTransferEvent> transferred = next(BlindTransferEvent.class);
			boolean taken = this.manager.exchange(new BlindTransferAction(caller, "default", "wait")).isSuccess();
			return taken && soon(transferred).result() == TransferResult.SUCCESS;
		});
		hangUp("dial");
		hangUp("wait");
	}

	@Test
	void callIsParked() throws Exception {
		String channel = call("wait");
		assertThat(send(new ParkinglotsAction())).extracting(ParkinglotEvent::parkinglotName).contains("default");
		CompletableFuture<ParkedCallEvent> parked = next(ParkedCallEvent.class);
		succeeds(new ParkAction(channel).timeout(Duration.ofSeconds(45)));
		assertThat(soon(parked).parkingTimeout()).isEqualTo(Duration.ofSeconds(45));
		assertThat(send(new ParkedCallsAction())).extracting((event) -> event.parkee().channel()).contains(channel);
		hangUp("wait");
	}

	@Test
	void conference() throws Exception {
		String channel = farHalf(call("conference-api"));
		await().atMost(RealAsterisk.PATIENCE)
			.untilAsserted(() -> assertThat(send(new ConfbridgeListRoomsAction()))
				.extracting(ConfbridgeListRoomsEvent::conference)
				.contains("api"));
		succeeds(new ConfbridgeMuteAction("api", channel));
		assertThat(send(new ConfbridgeListAction("api"))).extracting(ConfbridgeListEvent::muted).containsExactly(true);
		succeeds(new ConfbridgeUnmuteAction("api", channel));
		succeeds(new ConfbridgeLockAction("api"));
		succeeds(new ConfbridgeUnlockAction("api"));
		succeeds(new ConfbridgeSetSingleVideoSrcAction("api", channel));
		succeeds(new ConfbridgeStartRecordAction("api").recordFile("/tmp/pystrix-conference.wav"));
		succeeds(new ConfbridgeStopRecordAction("api"));
		CompletableFuture<ConfbridgeLeaveEvent> left = next(ConfbridgeLeaveEvent.class);
		succeeds(new ConfbridgeKickAction("api", channel));
		assertThat(soon(left).conference()).isEqualTo("api");
		hangUp("conference-api");
	}

	@Test
	void noConferenceIsAnEmptyList() {
		EventList<ConfbridgeListRoomsEvent> rooms = send(new ConfbridgeListRoomsAction());
		assertThat(rooms.items()).extracting(ConfbridgeListRoomsEvent::conference).doesNotContain("none");
		assertThat(rooms.isConsistent()).isTrue();
	}

	@Test
	void commandOfAsyncAgiIsExecuted() throws Exception {
		CompletableFuture<AsyncAGIStartEvent> started = next(AsyncAGIStartEvent.class);
		call("async");
		String channel = soon(started).channel();
		CompletableFuture<AsyncAGIExecEvent> executed = next(AsyncAGIExecEvent.class);
		succeeds(new AGIAction(channel, "NOOP").commandId("my-command"));
		assertThat(soon(executed).commandId()).isEqualTo("my-command");
		hangUp("async");
	}

}
