package io.pystrix.test.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server socket that can be closed and opened again on the same port.
 */
final class Listener {

	private static final Logger logger = LoggerFactory.getLogger(Listener.class);

	private final ReentrantLock lock = new ReentrantLock();

	private final Acceptor acceptor;

	private volatile int port;

	private @Nullable ServerSocket server;

	private @Nullable Thread thread;

	Listener(int port, Acceptor acceptor) {
		this.port = port;
		this.acceptor = acceptor;
	}

	int port() {
		if (this.port == 0) {
			throw new IllegalStateException("The port is known only when the simulator was started");
		}
		return this.port;
	}

	void start() {
		this.lock.lock();
		try {
			if (this.server == null) {
				this.server = open();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot listen on port " + this.port, ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	private ServerSocket open() throws IOException {
		ServerSocket opened = new ServerSocket();
		try {
			// A port whose last connections are in TIME_WAIT must be free to listen on
			opened.setReuseAddress(true);
			opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 1024);
		}
		catch (IOException ex) {
			opened.close();
			throw ex;
		}
		this.port = opened.getLocalPort();
		this.thread = new Thread(() -> accept(opened), "ami-simulator-accept-" + this.port);
		this.thread.setDaemon(true);
		this.thread.start();
		return opened;
	}

	private void accept(ServerSocket opened) {
		while (!opened.isClosed()) {
			try {
				Socket socket = opened.accept();
				handOver(opened, socket);
			}
			catch (IOException ex) {
				logger.debug("Accepting on port {}: {}", this.port, ex.toString());
			}
		}
	}

	private void handOver(ServerSocket opened, Socket socket) throws IOException {
		this.lock.lock();
		try {
			// Under the lock no connection slips in behind a stop
			if (opened == this.server) {
				this.acceptor.accept(socket);
			}
			else {
				socket.close();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	void stop() {
		Thread stopped = close();
		if (stopped == null) {
			return;
		}
		try {
			// The kernel goes on listening until the thread has left accept()
			stopped.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private @Nullable Thread close() {
		this.lock.lock();
		try {
			if (this.server != null) {
				this.server.close();
			}
		}
		catch (IOException ex) {
			logger.debug("Closing port {}: {}", this.port, ex.toString());
		}
		finally {
			this.server = null;
			this.lock.unlock();
		}
		return this.thread;
	}

	/**
	 * Takes a new connection.
	 */
	@FunctionalInterface
	interface Acceptor {

		void accept(Socket socket) throws IOException;

	}

}
