package io.pystrix.benchmarks.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An AMI server that knows the few actions that the contenders send. It answers Ping at
 * once, and Events with the flood. Answers to actions that arrived together leave
 * together.
 */
public final class AmiPeer {

	/** How many events a flood has, without the Reload event at its end. */
	public static final int FLOOD = 404_000;

	/** How many items a list has, without the event at its end. */
	public static final int LIST = 50_000;

	private static final String GREETING = "Asterisk Call Manager/11.0.0\r\n";

	private static final String FLOOD_END = "Event: Reload\r\nPrivilege: system,all\r\nModule: All\r\nStatus: 0\r\n\r\n";

	private static final String ITEM = """
			Channel: PJSIP/100-%08x\r
			ChannelState: 6\r
			ChannelStateDesc: Up\r
			CallerIDNum: 100\r
			CallerIDName: Alice\r
			ConnectedLineNum: 200\r
			ConnectedLineName: <unknown>\r
			Language: en\r
			AccountCode: \r
			Context: default\r
			Exten: 200\r
			Priority: 2\r
			Uniqueid: 1795225708.%d\r
			Linkedid: 1795225708.%d\r
			Application: Dial\r
			ApplicationData: PJSIP/200,30\r
			Duration: 00:01:07\r
			BridgeId: \r
			\r
			""";

	// Made before anybody measures
	private static final List<byte[]> ITEMS = IntStream.rangeClosed(1, LIST)
		.mapToObj((i) -> ITEM.formatted(i, i, i).getBytes(StandardCharsets.ISO_8859_1))
		.toList();

	private static final String LIST_END = "Event: CoreShowChannelsComplete\r\nActionID: %s\r\n"
			+ "EventList: Complete\r\nListItems: %d\r\n\r\n";

	private final Socket socket;

	private final OutputStream out;

	private AmiPeer(Socket socket) throws IOException {
		this.socket = socket;
		this.out = socket.getOutputStream();
	}

	/**
	 * Serves one connection after the other until the process is killed.
	 * @throws IOException if there is no port
	 */
	public static void run() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			System.out.println("port|" + server.getLocalPort());
			while (true) {
				try (Socket socket = server.accept()) {
					socket.setTcpNoDelay(true);
					new AmiPeer(socket).serve();
				}
				catch (IOException ex) {
					System.err.println("The contender's connection failed: " + ex);
				}
			}
		}
	}

	private void serve() throws IOException {
		write(GREETING);
		MessageReader reader = new MessageReader(this.socket.getInputStream());
		ByteArrayOutputStream answers = new ByteArrayOutputStream();
		String action = reader.next();
		while (action != null) {
			String name = MessageReader.header(action, "Action");
			boolean flood = "Events".equals(name);
			answers.writeBytes(answer(action).getBytes(StandardCharsets.ISO_8859_1));
			if (flood || !reader.hasNext()) {
				answers.writeTo(this.out);
				answers.reset();
			}
			if (flood) {
				flood();
			}
			else if ("CoreShowChannels".equals(name)) {
				list(MessageReader.header(action, "ActionID"));
			}
			else if ("UserEvent".equals(name)) {
				write(FLOOD_END);
			}
			action = reader.next();
		}
	}

	private void flood() throws IOException {
		List<byte[]> events = Capture.events();
		byte[] all = Capture.join(events);
		for (int i = 0; i < FLOOD / events.size(); i++) {
			this.out.write(all);
		}
		this.out.write(Capture.join(events.subList(0, FLOOD % events.size())));
		write(FLOOD_END);
	}

	private void list(String id) throws IOException {
		byte[] start = ("Event: CoreShowChannel\r\nActionID: " + id + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
		ByteArrayOutputStream items = new ByteArrayOutputStream();
		for (byte[] item : ITEMS) {
			items.writeBytes(start);
			items.writeBytes(item);
			if (items.size() > 64 * 1024) {
				items.writeTo(this.out);
				items.reset();
			}
		}
		items.writeTo(this.out);
		write(LIST_END.formatted(id, LIST));
	}

	private static String answer(String action) {
		String start = "Response: Success\r\nActionID: " + MessageReader.header(action, "ActionID") + "\r\n";
		return start + switch (MessageReader.header(action, "Action")) {
			case "Ping" -> "Ping: Pong\r\nTimestamp: 1795225708.250000\r\n\r\n";
			case "Challenge" -> "Challenge: 840415273\r\n\r\n";
			case "Login" -> "Message: Authentication accepted\r\n\r\n";
			case "CoreShowChannels" -> "EventList: start\r\nMessage: Channels will follow\r\n\r\n";
			case "Events" -> "Events: On\r\n\r\n";
			// asterisk-java finds out the version after its login
			case "CoreSettings" -> "AMIversion: 11.0.0\r\nAsteriskVersion: 22.10.1\r\nSystemName: \r\n\r\n";
			case "Command" -> "Message: Command output follows\r\nOutput: Asterisk 22.10.1\r\n\r\n";
			default -> "Message: Fine\r\n\r\n";
		};
	}

	private void write(String text) throws IOException {
		this.out.write(text.getBytes(StandardCharsets.ISO_8859_1));
	}

}
