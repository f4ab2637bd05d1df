package io.pystrix.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A peer that does what its script says and nothing else, for what no Asterisk does.
 */
final class ScriptedPeer implements AutoCloseable {

	private final ServerSocket server;

	private final Script script;

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	ScriptedPeer(Script script) {
		this(script, open());
	}

	ScriptedPeer(Script script, ServerSocket server) {
		this.script = script;
		this.server = server;
		start(this::accept);
	}

	private static ServerSocket open() {
		try {
			return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "scripted-peer");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.server.accept();
				this.connections.add(socket);
				start(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// Closed
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			this.script.serve(this, socket);
		}
		catch (IOException ex) {
			// The manager has left, or was not let in
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** How many connections were accepted so far. */
	int connections() {
		return this.connections.size();
	}

	void write(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
	}

	/** Writes again and again, with pauses, until the manager leaves. */
	void drip(Socket socket, String text) throws IOException, InterruptedException {
		while (!this.closed.await(20, TimeUnit.MILLISECONDS)) {
			write(socket, text);
		}
	}

	/** Does nothing until the test is over. */
	void rest() throws InterruptedException {
		this.closed.await();
	}

	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.server.close();
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	/**
	 * What the peer does with a connection; it is closed afterwards.
	 */
	@FunctionalInterface
	interface Script {

		void serve(ScriptedPeer peer, Socket socket) throws IOException, InterruptedException;

	}

}
