package io.pystrix.benchmarks.subject;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/**
 * Reads up to the end of the environment, then writes the commands and waits for a line
 * each. Who calls it says on which threads.
 */
final class RawAgiServer {

	private static final List<byte[]> COMMANDS = Stream
		.of("ANSWER", "VERBOSE \"hello\" 1", "SET VARIABLE \"STEP\" \"one\"", "GET VARIABLE \"CHANNEL\"",
				"STREAM FILE \"welcome\" \"12\" 0", "GET DATA \"enter\" 5000 4", "SAY DIGITS \"1234\" \"\"",
				"WAIT FOR DIGIT 1000", "EXEC \"Wait\" \"1\"", "HANGUP")
		.map((command) -> (command + "\n").getBytes(StandardCharsets.US_ASCII))
		.toList();

	private final byte[] buffer = new byte[2048];

	private final InputStream in;

	private final OutputStream out;

	private RawAgiServer(Socket socket) throws IOException {
		this.in = socket.getInputStream();
		this.out = socket.getOutputStream();
	}

	static void run(ExecutorService executor) throws IOException {
		try (ServerSocket server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress())) {
			Calls.ready(server.getLocalPort());
			while (true) {
				Socket socket = server.accept();
				executor.execute(() -> serve(socket));
			}
		}
	}

	private static void serve(Socket call) {
		try (Socket socket = call) {
			socket.setTcpNoDelay(true);
			new RawAgiServer(socket).script();
		}
		catch (IOException ex) {
			System.err.println("A call failed: " + ex);
		}
	}

	/** Sends a command again and again until the other side closes. */
	static void hold(Socket call) {
		try (Socket socket = call) {
			socket.setTcpNoDelay(true);
			RawAgiServer server = new RawAgiServer(socket);
			server.readUntil(2);
			byte[] command = "NOOP\n".getBytes(StandardCharsets.US_ASCII);
			while (true) {
				server.out.write(command);
				server.readUntil(1);
			}
		}
		catch (IOException ex) {
			// The end of the call
		}
	}

	private void script() throws IOException {
		readUntil(2);
		for (byte[] command : COMMANDS) {
			this.out.write(command);
			readUntil(1);
		}
	}

	/** Nothing comes unasked, so what is looked for ends what was read. */
	private void readUntil(int lineFeeds) throws IOException {
		int length = 0;
		int found = 0;
		while (found < lineFeeds) {
			int read = this.in.read(this.buffer, length, this.buffer.length - length);
			if (read <= 0) {
				throw new EOFException();
			}
			length += read;
			found = 0;
			while (found < lineFeeds && found < length && this.buffer[length - 1 - found] == '\n') {
				found++;
			}
		}
	}

}
