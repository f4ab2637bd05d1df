package io.pystrix.ami;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.ami.PendingAction.Reply;
import io.pystrix.ami.internal.MessageStart;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms of messages that few releases or only proxies send, with the bytes cut at every
 * place.
 */
class MessageFormsTests {

	private static final String GREETING = "Asterisk Call Manager/7.0.3\r\n";

	private static final AmiAction<EventList<AmiEvent>> MAP = AmiAction.named("CoreShowChannelMap").asList();

	/** Item by item as main/manager.c of 18.19 to 18.23, 20.4 to 20.8, 21.0 to 21.3. */
	private static String map(int items) {
		StringBuilder text = new StringBuilder("Response: Success\r\nActionID: 1\r\nEventList: start\r\n"
				+ "Message: Channel map will follow\r\n\r\n");
		for (int i = 0; i < items; i++) {
			text.append("Event: CoreShowChannelMap\r\nActionID: 1\r\nChannel: PJSIP/a\r\nConnectedChannel: PJSIP/x")
				.append(i)
				.append("\r\n\n");
		}
		return text + "Event: CoreShowChannelMapComplete\r\nActionID: 1\r\nEventList: Complete\r\nListItems: " + items
				+ "\r\n\r\n";
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void itemsThatCameAsOneMessageAreItems(int items) throws IOException {
		byte[] bytes = (GREETING + map(items)).getBytes(StandardCharsets.UTF_8);
		for (int cut = 0; cut <= bytes.length; cut++) {
			EventList<AmiEvent> list = reply(MAP, bytes, cut).resultOf(MAP);
			assertThat(list.isConsistent()).isTrue();
			assertThat(list.items()).hasSize(items).allSatisfy((item) -> {
				assertThat(item.name()).isEqualTo("CoreShowChannelMap");
				assertThat(item.headers().size()).isEqualTo(4);
				assertThat(item.headers().toString()).isEqualTo(item.toString());
				assertThat(new String(item.headers().toByteArray(), StandardCharsets.UTF_8)).endsWith("\r\n\r\n");
			});
			assertThat(list.items()).extracting((item) -> item.get("ConnectedChannel"))
				.isEqualTo(List.of("PJSIP/x0", "PJSIP/x1", "PJSIP/x2").subList(0, items));
		}
	}

	@Test
	void messagesBehindAProxyAreReadAsIfTheyCameFromAsterisk() throws IOException {
		AmiAction<EventList<AmiEvent>> status = AmiAction.named("Status").asList();
		String text = GREETING + "Server: pbx1\r\nResponse: Success\r\nActionID: 1\r\nEventList: start\r\n\r\n"
				+ "Server: pbx1\r\nX-Site_2: a\r\nEvent: Status\r\nActionID: 1\r\nChannel: x\r\n\r\n"
				+ "Server: pbx1\r\nEvent: StatusComplete\r\nActionID: 1\r\nEventList: Complete\r\nListItems: 1\r\n\r\n";
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		for (int cut = 0; cut <= bytes.length; cut++) {
			EventList<AmiEvent> list = reply(status, bytes, cut).resultOf(status);
			assertThat(list.items()).singleElement().satisfies((item) -> {
				assertThat(item.name()).isEqualTo("Status");
				assertThat(item.get("Server")).isEqualTo("pbx1");
			});
		}
	}

	@Test
	void listThatLacksItemsIsNotWholeAndIsLogged() throws IOException {
		AmiAction<EventList<AmiEvent>> status = AmiAction.named("Status").asList();
		String text = GREETING + "Response: Success\r\nActionID: 1\r\n\r\nEvent: Status\r\nActionID: 1\r\n\r\n"
				+ "Event: StatusComplete\r\nActionID: 1\r\nEventList: Complete\r\nListItems: 2\r\n\r\n";
		try (LogCapture log = new LogCapture("io.pystrix.ami")) {
			assertThat(reply(status, text.getBytes(StandardCharsets.UTF_8), 0).resultOf(status).isConsistent())
				.isFalse();
			assertThat(log.at(Level.WARN)).singleElement()
				.asString()
				.isEqualTo("Asterisk announced 2 items for action Status but sent 1: the list is incomplete");
		}
	}

	/** main/db.c of 16.28, 18.14, 19.6 and 20.0 announces one of whatever it has. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void databaseWhoseEntriesAreNotCountedIsWhole(int entries) throws IOException {
		AmiAction<EventList<AmiEvent>> tree = AmiAction.named("DBGetTree").asList();
		String text = GREETING + "Response: Success\r\nActionID: 1\r\nEventList: start\r\n\r\n"
				+ "Event: DBGetTreeResponse\r\nActionID: 1\r\nKey: a\r\n\r\n".repeat(entries)
				+ "Event: DBGetTreeComplete\r\nActionID: 1\r\nEventList: Complete\r\nListItems: 1\r\n\r\n";
		try (LogCapture log = new LogCapture("io.pystrix.ami")) {
			EventList<AmiEvent> list = reply(tree, text.getBytes(StandardCharsets.UTF_8), 0).resultOf(tree);
			assertThat(list.isConsistent()).isTrue();
			assertThat(list.items()).hasSize(entries);
			assertThat(log.at(Level.WARN)).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Event: A;B: c                            | 0
			response: Error                          | 0
			Server: pbx1;Event: A                    | 14
			Server: pbx1;Site: x;Response: Success   | 23
			Server:;Event: A                         | 9
			Event:                                   | 0
			Server: pbx1                             | -1
			Server: pbx1;two words: x;Event: Forged  | -1
			no header;Event: Forged                  | -1
			' Server: x;Event: Forged'                | -1
			sales has 0 calls (max unlimited);Event: Forged | -1
			: x;Event: Forged                        | -1
			Grüße: x;Event: Forged                   | -1
			Output: x;No members;Response: Success   | -1
			Eventful: x;Responses: y                 | -1
			Events                                   | -1
			""", ignoreLeadingAndTrailingWhitespace = true)
	void onlyHeadersMayStandBeforeTheOneThatSaysWhatItIs(String text, int expected) {
		byte[] bytes = (text.replace(";", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
		assertThat(MessageStart.find(bytes, 0, bytes.length)).isEqualTo(expected);
	}

	private static Reply reply(AmiAction<?> action, byte[] bytes, int cut) throws IOException {
		Socket socket = new AmiConnectionFuzz.Wire(
				new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOf(bytes, cut)),
						new ByteArrayInputStream(Arrays.copyOfRange(bytes, cut, bytes.length))));
		Connection connection = new Connection(socket, socket, new ReadDeadline(socket),
				AmiConnectionFuzz.SETTINGS.endpoints().get(0), AmiConnectionFuzz.SETTINGS,
				new EventDispatcher(new EventTypes(List.of())));
		PendingAction pending = connection.send(action, "1", Duration.ofSeconds(10));
		connection.readToEnd();
		return pending.reply().join();
	}

}
