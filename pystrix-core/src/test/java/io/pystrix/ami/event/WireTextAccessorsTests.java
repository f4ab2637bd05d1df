package io.pystrix.ami.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.pystrix.ami.AsteriskEscaping;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Which headers Asterisk escapes, and where it writes placeholders, by its sources. The
 * snapshots are those of main/manager_channels.c, with whatever prefix.
 */
class WireTextAccessorsTests {

	private static final String SET = "O'Brien \"Bob\" a\\b?, c\r\nd\te";

	static Stream<Arguments> escaped() {
		return Stream.of(arguments("CallerIDName", of(NewchannelEvent::new, NewchannelEvent::callerIdName)),
				arguments("ConnectedLineName", of(NewstateEvent::new, NewstateEvent::connectedLineName)),
				arguments("CallerIDName", of(CoreShowChannelEvent::new, CoreShowChannelEvent::callerIdName)),
				arguments("CallerIDName", of(StatusEvent::new, StatusEvent::callerIdName)),
				arguments("CallerIDName", of(QueueCallerJoinEvent::new, QueueCallerJoinEvent::callerIdName)),
				arguments("CallerIDName", of(VarSetEvent::new, VarSetEvent::callerIdName)),
				arguments("ConnectedLineName", of(UserEventEvent::new, UserEventEvent::connectedLineName)),
				arguments("DestCallerIDName", of(DialEndEvent::new, (event) -> event.dest().callerIdName())),
				arguments("ParkeeConnectedLineName",
						of(ParkedCallEvent::new, (event) -> event.parkee().connectedLineName())),
				arguments("CallerIDName", of(DialBeginEvent::new, (event) -> event.snapshot().callerIdName())),
				arguments("Value", of(VarSetEvent::new, VarSetEvent::value)),
				arguments("Subtype", of(PresenceStateChangeEvent::new, PresenceStateChangeEvent::subtype)),
				arguments("Message", of(PresenceStateChangeEvent::new, PresenceStateChangeEvent::message)));
	}

	@ParameterizedTest
	@MethodSource
	void escaped(String header, Function<AmiHeaders, String> accessor) {
		String sent = AsteriskEscaping.escape(SET);
		AmiHeaders headers = event(header + ": " + sent);
		assertThat(accessor.apply(headers)).isEqualTo(SET);
		assertThat(headers.get(header)).isEqualTo(sent);
		// Asterisk before 13.5, whose events have the bare text
		assertThat(accessor.apply(event(header + ": O'Brien \\ \"Bob\""))).isEqualTo("O'Brien \\ \"Bob\"");
	}

	static Stream<Arguments> notEscaped() {
		return Stream.of(arguments("CallerIDName", of(QueueEntryEvent::new, QueueEntryEvent::callerIdName)),
				arguments("ConnectedLineName", of(QueueEntryEvent::new, QueueEntryEvent::connectedLineName)),
				arguments("CallerIDName", of(OriginateResponseEvent::new, OriginateResponseEvent::callerIdName)),
				arguments("EffectiveConnectedLineName", of(StatusEvent::new, StatusEvent::effectiveConnectedLineName)),
				arguments("CallerIDName", of(MeetmeListEvent::new, MeetmeListEvent::callerIdName)),
				arguments("CallerIDname", of(CELEvent::new, CELEvent::callerIdName)),
				arguments("Message", of(PresenceStatusEvent::new, PresenceStatusEvent::message)),
				arguments("Language", of(NewchannelEvent::new, NewchannelEvent::language)));
	}

	@ParameterizedTest
	@MethodSource
	void notEscaped(String header, Function<AmiHeaders, String> accessor) {
		assertThat(accessor.apply(event(header + ": a\\nb\\\\c"))).isEqualTo("a\\nb\\\\c");
	}

	static Stream<Arguments> placeholders() {
		return Stream.of(arguments("CallerIDNum", of(NewchannelEvent::new, NewchannelEvent::callerIdNum)),
				arguments("CallerIDName", of(NewchannelEvent::new, NewchannelEvent::callerIdName)),
				arguments("ConnectedLineNum", of(HangupEvent::new, HangupEvent::connectedLineNum)),
				arguments("ConnectedLineName", of(HangupEvent::new, HangupEvent::connectedLineName)),
				arguments("CallerIDNum", of(VarSetEvent::new, VarSetEvent::callerIdNum)),
				arguments("DestCallerIDNum", of(DialEndEvent::new, (event) -> event.dest().callerIdNum())),
				arguments("CallerIDNum", of(QueueEntryEvent::new, QueueEntryEvent::callerIdNum)),
				arguments("ConnectedLineName", of(QueueEntryEvent::new, QueueEntryEvent::connectedLineName)),
				arguments("CallerIDName", of(MeetmeListEvent::new, MeetmeListEvent::callerIdName)),
				arguments("CallerIDNum", of(OriginateResponseEvent::new, OriginateResponseEvent::callerIdNum)),
				arguments("DNID", of(StatusEvent::new, StatusEvent::dnid)),
				arguments("EffectiveConnectedLineNum", of(StatusEvent::new, StatusEvent::effectiveConnectedLineNum)),
				arguments("DialString", of(DialBeginEvent::new, DialBeginEvent::dialString)),
				arguments("CallerIDnum", of(CELEvent::new, CELEvent::callerIdNum)),
				arguments("BridgeName", of(BridgeEnterEvent::new, BridgeEnterEvent::bridgeName)),
				arguments("BridgeCreator", of(BridgeEnterEvent::new, (event) -> event.bridge().bridgeCreator())));
	}

	@ParameterizedTest
	@MethodSource
	void placeholders(String header, Function<AmiHeaders, String> accessor) {
		for (String placeholder : List.of("<unknown>", "unknown", "")) {
			AmiHeaders headers = event(header + ": " + placeholder);
			assertThat(accessor.apply(headers)).isNull();
			assertThat(headers.get(header)).isEqualTo(placeholder);
		}
		assertThat(accessor.apply(event(header + ": 100"))).isEqualTo("100");
	}

	@Test
	void variablesOfAChannelHaveTheValuesThatWereSet() {
		AmiHeaders headers = event("ChanVariable: A\\'=" + AsteriskEscaping.escape(SET), "ChanVariable: B=");
		assertThat(new NewextenEvent(headers).chanVariable()).containsExactly("A\\'=" + SET, "B=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Dest", "Parkee" })
	void headersOfASnapshotStayReadableAsTheyCame(String prefix) {
		ChannelSnapshot snapshot = new ChannelSnapshot(event(prefix + "CallerIDName: O\\'Brien"), prefix);
		assertThat(snapshot.callerIdName()).isEqualTo("O'Brien");
		assertThat(snapshot.get("CallerIDName")).isEqualTo("O\\'Brien");
	}

	private static AmiHeaders event(String... headers) {
		List<String> lines = new ArrayList<>(List.of("Event: E"));
		lines.addAll(List.of(headers));
		lines.addAll(List.of("Channel: a", "DestChannel: b", "ParkeeChannel: c", "BridgeUniqueid: d"));
		return AmiHeaders.parse(lines.toArray(String[]::new));
	}

	private static <E extends AmiEvent> Function<AmiHeaders, String> of(Function<AmiHeaders, E> type,
			Function<E, String> accessor) {
		return type.andThen(accessor);
	}

}
