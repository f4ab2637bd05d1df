package io.pystrix.agi.async;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;
import io.pystrix.test.ami.AmiSimulator;

/**
 * Channels in AsyncAGI as Asterisk serves them: everything goes through a pipe that is
 * read 1024 bytes at a time, and into events of at most 2047 encoded bytes (AGI_BUF_SIZE
 * and AMI_BUF_SIZE of {@code launch_asyncagi()} in res/res_agi.c, branches 13 to 23). A
 * command is answered at once, or never if its answer is {@code null}. A channel's name
 * is its unique id behind {@code PJSIP/}.
 */
final class PipeAsterisk {

	/** Behind an answer: the channel leaves AsyncAGI after it. */
	static final String AND_END = " (and end)";

	private final AmiSimulator simulator;

	private final Map<String, ByteArrayOutputStream> pipes = new ConcurrentHashMap<>();

	private final Map<String, Queue<String>> commands = new ConcurrentHashMap<>();

	PipeAsterisk(AmiSimulator simulator, Function<String, String> answers) {
		this.simulator = simulator;
		simulator.on("AGI",
				(request) -> AmiAnswer.success("Added AGI command to queue").then(() -> execute(request, answers)));
	}

	/** A channel enters, with the arguments of the dialplan. */
	void enter(String uniqueid, String... args) {
		StringBuilder environment = new StringBuilder("agi_request: async\nagi_channel: PJSIP/").append(uniqueid)
			.append("\nagi_uniqueid: ")
			.append(uniqueid)
			.append('\n');
		for (int i = 0; i < args.length; i++) {
			environment.append("agi_arg_").append(i + 1).append(": ").append(args[i]).append('\n');
		}
		enterWith(uniqueid, environment + "\n");
	}

	/** A channel enters with an environment of any kind. */
	void enterWith(String uniqueid, String environment) {
		this.pipes.put(uniqueid, new ByteArrayOutputStream());
		this.simulator.broadcast(event("AsyncAGIStart", uniqueid).with("Env", said(uniqueid, environment)));
	}

	/** The commands that a channel has taken, as far as they have been executed. */
	List<String> commands(String uniqueid) {
		return List.copyOf(this.commands.getOrDefault(uniqueid, new ConcurrentLinkedQueue<>()));
	}

	void leave(String uniqueid) {
		this.simulator.broadcast(event("AsyncAGIEnd", uniqueid));
	}

	static AmiFrame event(String name, String uniqueid) {
		return AmiFrame.event(name)
			.with("Privilege", "agi,all")
			.with("Channel", "PJSIP/" + uniqueid)
			.with("Uniqueid", uniqueid);
	}

	private void execute(AmiRequest request, Function<String, String> answers) {
		String uniqueid = request.get("Channel");
		String command = request.get("Command");
		this.commands.computeIfAbsent(uniqueid, (id) -> new ConcurrentLinkedQueue<>()).add(command);
		String answer = (command.equals("NOOP") || command.equals("ASYNCAGI BREAK")) ? "200 result=0"
				: answers.apply(command);
		if (answer == null) {
			return;
		}
		boolean ends = answer.endsWith(AND_END) || command.equals("ASYNCAGI BREAK");
		AmiFrame exec = event("AsyncAGIExec", uniqueid).with("Result",
				said(uniqueid, answer.replace(AND_END, "") + "\n"));
		String id = request.get("CommandID");
		this.simulator.broadcast((id != null) ? exec.with("CommandId", id) : exec);
		if (ends) {
			leave(uniqueid);
		}
	}

	private String said(String uniqueid, String text) {
		ByteArrayOutputStream pipe = this.pipes.get(uniqueid);
		pipe.writeBytes(text.getBytes(StandardCharsets.UTF_8));
		byte[] all = pipe.toByteArray();
		byte[] read = Arrays.copyOf(all, Math.min(all.length, 1024));
		pipe.reset();
		pipe.write(all, read.length, all.length - read.length);
		return encoded(read);
	}

	private static String encoded(byte[] bytes) {
		StringBuilder encoded = new StringBuilder();
		for (byte next : bytes) {
			boolean plain = next > 0 && (Character.isLetterOrDigit(next) || "-_.~()!*'".indexOf(next) >= 0);
			if (encoded.length() + (plain ? 1 : 3) > 2047) {
				break;
			}
			encoded.append(plain ? String.valueOf((char) next) : "%%%02X".formatted(next));
		}
		return encoded.toString();
	}

}
