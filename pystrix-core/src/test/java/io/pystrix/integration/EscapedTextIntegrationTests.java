package io.pystrix.integration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.pystrix.ami.Manager;
import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;
import io.pystrix.ami.action.SetvarAction;
import io.pystrix.ami.action.StatusAction;
import io.pystrix.ami.event.ChannelEvent;
import io.pystrix.ami.event.NewCalleridEvent;
import io.pystrix.ami.event.StatusEvent;
import io.pystrix.ami.event.VarSetEvent;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.AsteriskState.SyncStatus;
import io.pystrix.ami.live.LiveChannel;
import io.pystrix.ami.message.AmiEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a real Asterisk escapes comes back as it was set, by events, lists and the live
 * state alike.
 */
@RealAsterisk.Required
class EscapedTextIntegrationTests {

	private static final String NAME = "O'Brien \"Bob\" \\ Sons?";

	private static final List<String> VALUES = List.of(NAME, "a'b\"c\\d?e", "{\"json\": \"a, b\\n\"}", "\\", "\\\\n",
			"one, two", "José ' \\t", "plain");

	@Test
	void namesAndVariablesAreWhatWasSet() throws Exception {
		try (Manager manager = RealAsterisk.builder().build(); AsteriskState state = new AsteriskState(manager)) {
			List<AmiEvent> events = new CopyOnWriteArrayList<>();
			manager.registerCallback(VarSetEvent.class, (event, m) -> events.add(event));
			manager.registerCallback(NewCalleridEvent.class, (event, m) -> events.add(event));
			manager.connect();
			await().atMost(RealAsterisk.PATIENCE).until(() -> state.status() == SyncStatus.LIVE);
			OriginateResult call = manager
				.originate(new OriginateAction("Local/wait@default").context("default").exten("echo").priority("1"))
				.get(60, TimeUnit.SECONDS);
			for (int i = 0; i < VALUES.size(); i++) {
				manager.sendAction(new SetvarAction("PYSTRIX_" + i, VALUES.get(i)).channel(call.channel()));
			}
			manager.sendAction(new SetvarAction("CALLERID(name)", NAME).channel(call.channel()));
			manager.sendAction(new SetvarAction("PYSTRIX_END", "a").channel(call.channel()));
			await().atMost(RealAsterisk.PATIENCE)
				.until(() -> events.stream().anyMatch(EscapedTextIntegrationTests::isEnd));
			for (int i = 0; i < VALUES.size(); i++) {
				String variable = "PYSTRIX_" + i;
				String value = VALUES.get(i);
				assertThat(events).filteredOn((event) -> variable.equals(event.get("Variable")))
					.isNotEmpty()
					.allSatisfy((event) -> assertThat(((VarSetEvent) event).value()).isEqualTo(value));
				await().atMost(RealAsterisk.PATIENCE)
					.untilAsserted(() -> assertThat(channel(state, call).variables()).containsEntry(variable, value));
			}
			assertThat(events).filteredOn(NewCalleridEvent.class::isInstance)
				.last()
				.satisfies((event) -> assertThat(((ChannelEvent) event).callerIdName()).isEqualTo(NAME));
			assertThat(events).last().extracting((event) -> event.get("CallerIDName")).isNotEqualTo(NAME);
			assertThat(channel(state, call).caller().name()).isEqualTo(NAME);
			assertThat(channel(state, call).caller().number()).isNull();
			assertThat(manager.sendAction(new CoreShowChannelsAction())
				.stream()
				.filter((item) -> item.uniqueid().equals(call.uniqueid()))).singleElement().satisfies((item) -> {
					assertThat(item.callerIdName()).isEqualTo(NAME);
					assertThat(item.callerIdNum()).isNull();
				});
			assertThat(manager.sendAction(new StatusAction().channel(call.channel())).items()).singleElement()
				.extracting(StatusEvent::callerIdName)
				.isEqualTo(NAME);
			manager.sendAction(new HangupAction(call.channel()));
		}
	}

	private static boolean isEnd(AmiEvent event) {
		return "PYSTRIX_END".equals(event.get("Variable"));
	}

	private static LiveChannel channel(AsteriskState state, OriginateResult call) {
		return state.channel(call.uniqueid()).orElseThrow();
	}

}
