package io.pystrix.integration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;
import io.pystrix.ami.action.UserEventAction;
import io.pystrix.ami.event.CoreShowChannelEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.EventList;
import io.pystrix.test.ami.AmiRecorder;
import io.pystrix.test.ami.AmiSimulator;
import io.pystrix.test.ami.AmiTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A call is recorded on the real Asterisk and replayed by the test kit.
 */
@RealAsterisk.Required
@Timeout(120)
class AmiRecorderIntegrationTests {

	@TempDir
	private Path folder;

	@Test
	void recordedCallIsHeardAgainEventByEvent() throws Exception {
		Story recorded = record();
		AmiTrace trace = AmiTrace.read(this.folder.resolve("ami-1.raw"));
		try (AmiSimulator simulator = simulator()) {
			List<String> heard = new CopyOnWriteArrayList<>();
			try (Manager manager = manager(simulator.port()).build()) {
				listen(manager, heard);
				manager.connect();
				simulator.replay(trace).events();
				await().atMost(RealAsterisk.PATIENCE).until(() -> isOver(heard));
			}
			assertThat(heard).isEqualTo(recorded.events()).hasSizeGreaterThan(20);
		}
	}

	@Test
	void recordedSessionAnswersTheSameActionsAgain() throws Exception {
		Story recorded = record();
		AmiTrace trace = AmiTrace.read(this.folder.resolve("ami-1.raw"));
		try (AmiSimulator simulator = simulator()) {
			simulator.replay(trace).nextSession();
			assertThat(tell(manager(simulator.port()))).isEqualTo(recorded);
			assertThat(simulator.requests("CoreShowChannels")).hasSize(1);
		}
	}

	@Test
	void recordedTraceKeepsSecrets() throws Exception {
		try (AmiRecorder recorder = recorder()) {
			try (Manager manager = manager(recorder.port()).plainLogin().build()) {
				manager.connect();
				assertThat(manager.sendAction(AmiAction.named("GetConfig").with("Filename", "manager.conf")).headers())
					.extracting(AmiHeader::value)
					.contains("secret=readpass");
			}
			recorder.stop();
			assertThat(recorder.files()).singleElement()
				.satisfies((file) -> assertThat(file).content()
					.contains("secret=********")
					.contains("read=call,system")
					.doesNotContain("readpass", "impatientpass", RealAsterisk.PASSWORD));
		}
	}

	private Story record() throws Exception {
		try (AmiRecorder recorder = recorder()) {
			return tell(manager(recorder.port()));
		}
	}

	private AmiRecorder recorder() {
		return AmiRecorder.of(RealAsterisk.HOST, RealAsterisk.PORT).folder(this.folder).start();
	}

	private static ManagerBuilder manager(int port) {
		return RealAsterisk.builder().port(port);
	}

	private static AmiSimulator simulator() {
		return AmiSimulator.builder().account(RealAsterisk.USERNAME, RealAsterisk.PASSWORD).build().start();
	}

	/** Places a call, looks at its channels, hangs up. */
	private static Story tell(ManagerBuilder builder) throws Exception {
		List<String> events = new CopyOnWriteArrayList<>();
		try (Manager manager = builder.build()) {
			listen(manager, events);
			manager.connect();
			CompletableFuture<HangupEvent> end = manager.nextEvent(HangupEvent.class,
					(event) -> event.channel().startsWith("Local/echo@") && event.channel().endsWith(";2"));
			OriginateResult call = manager
				.originate(new OriginateAction("Local/echo@default").application("Wait", "60").channelId("recorded"))
				.get(RealAsterisk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
			EventList<CoreShowChannelEvent> channels = manager.sendAction(new CoreShowChannelsAction());
			manager.sendAction(new HangupAction(call.channel()));
			end.get(RealAsterisk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
			manager.sendAction(new UserEventAction("TheEnd"));
			await().atMost(RealAsterisk.PATIENCE).until(() -> isOver(events));
			List<String> listed = new ArrayList<>();
			channels.forEach((channel) -> listed.add(shown(channel)));
			return new Story(call.channel(), listed, List.copyOf(events));
		}
	}

	private static boolean isOver(List<String> events) {
		return events.stream().anyMatch((event) -> event.contains("TheEnd"));
	}

	/** Everything but what the login brings and what comes behind the end. */
	private static void listen(Manager manager, List<String> events) {
		manager.registerCallback(AmiEvent.class, (event, m) -> {
			if (!event.name().equals("FullyBooted") && !isOver(events)) {
				events.add(shown(event));
			}
		});
	}

	/**
	 * Without the ids, which are each client's own, and the challenge, which is masked.
	 */
	private static String shown(AmiEvent event) {
		return event.headers().toString().replaceAll("(ActionID|Challenge): \\S+", "");
	}

	/**
	 * What a client has seen.
	 *
	 * @param channel the channel that was called
	 * @param listed the channels that were listed
	 * @param events the events that came
	 */
	private record Story(String channel, List<String> listed, List<String> events) {

	}

}
