package io.pystrix.agi.async;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.ami.Manager;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a real Asterisk 22 has sent to channels in AsyncAGI, played again: the events in
 * their order, each result when the server has sent a command, under that command's id.
 */
@Timeout(120)
class AsyncAgiCaptureTests {

	private final LinkedBlockingQueue<AmiRequest> commands = new LinkedBlockingQueue<>();

	private final Map<String, List<String>> told = new ConcurrentSkipListMap<>();

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 65_536 })
	void theRecordedDialoguesMakeSense(int segmentSize) throws Exception {
		List<AmiFrame> recorded = events();
		ScriptRegistry scripts = new ScriptRegistry();
		scripts.registerDefault((agi, request) -> {
			String uniqueid = request.environment().uniqueid();
			List<String> results = new CopyOnWriteArrayList<>();
			this.told.put(uniqueid, results);
			results.add(shortened(request.path()) + ", " + request.args().get(1));
			for (String command : commandsOf(uniqueid, recorded)) {
				try {
					AgiReply reply = agi.execute(anyCommand(command));
					results.add(reply.result() + ((reply.data() != null) ? " (" + shortened(reply.data()) + ")" : ""));
				}
				catch (AgiException ex) {
					results.add(ex.getClass().getSimpleName());
				}
			}
		});
		try (AmiSimulator simulator = AmiSimulator.builder().account("admin", "wordpass").build().start();
				Manager manager = AsyncAgiSupport.manager(simulator);
				AsyncAgiServer server = new AsyncAgiServer(manager, scripts)) {
			simulator.faults().split(segmentSize);
			simulator.on("AGI", (request) -> AmiAnswer.success("Added AGI command to queue").then(() -> {
				if (request.get("CommandID") != null) {
					this.commands.add(request);
				}
			}));
			server.start();
			manager.connect();
			for (AmiFrame event : recorded) {
				play(event, simulator);
			}
			await().atMost(AsyncAgiSupport.PATIENCE).until(() -> server.status().activeCalls() == 0);
			assertThat(server.status().totalCalls()).isEqualTo(5);
		}
		assertThat(this.told.values()).containsExactly(
				List.of("arg1, arg two", "0", "1 (Local/async@proto-0000003e;2)", "1", "1 (x y)", "0",
						"AgiInvalidCommandException", "AgiUsageException", "0", "0", " (timeout)", "-2", "1", "1", "1",
						"0"),
				List.of("arg1, arg two"), List.of("arg1, arg two", "1"),
				List.of("900 characters, BBBBBBBBBBBB, tail", "1", "1 (1795227503)"), List.of("arg1, arg two",
						"1 (1500 characters, EEEEEEEEEEEE)", "1", "1", "1 (516 characters, /d?e=f&g+h é)"));
	}

	private void play(AmiFrame event, AmiSimulator simulator) throws InterruptedException {
		if (!event.name().equals("AsyncAGIExec")) {
			simulator.broadcast(event);
			return;
		}
		AmiRequest command = this.commands.poll(20, TimeUnit.SECONDS);
		assertThat(command).as("a command for " + event).isNotNull();
		assertThat(command.get("Channel")).isEqualTo(event.get("Uniqueid"));
		simulator.broadcast(AmiFrame.event("AsyncAGIExec")
			.with("Privilege", event.get("Privilege"))
			.with("Channel", event.get("Channel"))
			.with("Uniqueid", event.get("Uniqueid"))
			.with("Result", event.get("Result"))
			.with("CommandId", command.get("CommandID")));
	}

	/**
	 * What was executed on a channel, but for what the server has to send by itself: the
	 * command that fetches the rest of something long.
	 */
	private static List<String> commandsOf(String uniqueid, List<AmiFrame> recorded) {
		return recorded.stream()
			.filter((event) -> event.name().equals("AGIExecStart") && uniqueid.equals(event.get("Uniqueid")))
			.map((event) -> event.get("Command"))
			.filter((command) -> !command.equals("NOOP"))
			.toList();
	}

	private static AgiCommand<AgiReply> anyCommand(String line) {
		List<String> words = List.of(line.replace("\"", "").split(" "));
		return AgiCommand.of(words.get(0), words.subList(1, words.size()).toArray());
	}

	private static List<AmiFrame> events() throws IOException {
		List<AmiFrame> events = new ArrayList<>();
		try (InputStream in = AsyncAgiCaptureTests.class.getResourceAsStream("/captures/d-asyncagi.raw")) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			for (String message : text.split("\r\n\r\n")) {
				if (message.startsWith("Event: ")) {
					String[] lines = message.split("\r\n");
					AmiFrame frame = AmiFrame.event(lines[0].substring("Event: ".length()));
					for (int i = 1; i < lines.length; i++) {
						int colon = lines[i].indexOf(':');
						frame = frame.with(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
					}
					events.add(frame);
				}
			}
		}
		return events;
	}

	private static String shortened(String text) {
		return (text.length() > 60) ? text.length() + " characters, " + text.substring(text.length() - 12) : text;
	}

}
