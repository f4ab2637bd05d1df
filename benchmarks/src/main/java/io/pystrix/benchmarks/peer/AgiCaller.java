package io.pystrix.benchmarks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * An Asterisk that makes FastAGI calls, 64 at once, and answers every command at once
 * until the script ends.
 */
public final class AgiCaller {

	private static final int AT_ONCE = 64;

	static final String ENVIRONMENT = """
			agi_network: yes
			agi_network_script: bench?lang=en
			agi_request: agi://127.0.0.1/bench?lang=en
			agi_channel: PJSIP/100-00000001
			agi_language: en
			agi_type: PJSIP
			agi_uniqueid: 1795225708.1
			agi_version: 22.10.1
			agi_callerid: 100
			agi_calleridname: Alice
			agi_callingpres: 0
			agi_callingani2: 0
			agi_callington: 0
			agi_callingtns: 0
			agi_dnid: 200
			agi_rdnis: unknown
			agi_context: default
			agi_extension: 200
			agi_priority: 1
			agi_enhanced: 0.0
			agi_accountcode:\s
			agi_threadid: 139942349543104

			""";

	private AgiCaller() {
	}

	/**
	 * Makes calls for as long as there is standard input: for each line, which says a
	 * port and a number of calls, it makes them and tells how many commands they had.
	 * @throws Exception if a call fails
	 */
	public static void run() throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
		try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				String[] order = line.split(" ");
				int commands = calls(Integer.parseInt(order[0]), Integer.parseInt(order[1]), executor);
				System.out.println("commands|" + commands);
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A call failed", ex.getCause());
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static int calls(int port, int calls, ExecutorService executor)
			throws InterruptedException, ExecutionException {
		AtomicInteger left = new AtomicInteger(calls);
		AtomicInteger commands = new AtomicInteger();
		for (Future<?> caller : IntStream.range(0, AT_ONCE).mapToObj((i) -> executor.submit(() -> {
			while (left.getAndDecrement() > 0) {
				commands.addAndGet(call(port));
			}
			return commands;
		})).toList()) {
			caller.get();
		}
		return commands.get();
	}

	private static int call(int port) throws IOException {
		int commands = 0;
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setTcpNoDelay(true);
			OutputStream out = socket.getOutputStream();
			out.write(ENVIRONMENT.getBytes(StandardCharsets.US_ASCII));
			BufferedReader in = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 512);
			String command = in.readLine();
			while (command != null) {
				commands++;
				out.write(reply(command).getBytes(StandardCharsets.US_ASCII));
				command = in.readLine();
			}
		}
		return commands;
	}

	private static String reply(String command) {
		if (command.startsWith("GET VARIABLE")) {
			return "200 result=1 (PJSIP/100)\n";
		}
		if (command.startsWith("STREAM FILE")) {
			return "200 result=0 endpos=16000\n";
		}
		if (command.startsWith("GET DATA")) {
			return "200 result=1234\n";
		}
		return command.startsWith("SET VARIABLE") ? "200 result=1\n" : "200 result=0\n";
	}

}
