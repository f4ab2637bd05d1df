package io.pystrix.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a manager and the Asterisk, and can be cut.
 */
final class AmiProxy implements AutoCloseable {

	private final ServerSocket server;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	AmiProxy() {
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		run("proxy", () -> {
			while (true) {
				Socket client = this.server.accept();
				Socket asterisk = new Socket(RealAsterisk.HOST, RealAsterisk.PORT);
				this.sockets.add(client);
				this.sockets.add(asterisk);
				pass(client, asterisk);
				pass(asterisk, client);
			}
		});
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** Ends all connections, wherever in a message they are. */
	void cut() {
		this.sockets.forEach(AmiProxy::end);
		this.sockets.clear();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		cut();
	}

	private void pass(Socket from, Socket to) {
		run("proxy-" + from.getPort(), () -> {
			try (from; to; InputStream in = from.getInputStream()) {
				in.transferTo(to.getOutputStream());
			}
		});
	}

	private static void end(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void run(String name, Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException ex) {
				// One of the two sides has ended the connection
				Thread.currentThread().interrupt();
			}
		}, name);
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Reads and writes.
	 */
	@FunctionalInterface
	private interface Task {

		void run() throws IOException;

	}

}
