package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import io.pystrix.internal.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What exists between one start of a server and the next stop.
 */
final class ServerRun {

	private static final Logger logger = LoggerFactory.getLogger(FastAgiServer.class);

	private static final Duration AFTER_ABORT = Duration.ofSeconds(2);

	private final InetSocketAddress address;

	private final CallGate gate;

	private final Acceptor acceptor;

	private final Thread thread;

	private ServerRun(ServerSocket serverSocket, ServerContext context) {
		FastAgiSettings settings = context.settings();
		this.address = (InetSocketAddress) serverSocket.getLocalSocketAddress();
		String name = "fastagi-" + this.address.getPort() + "-";
		Executor executor = settings.executor();
		this.gate = new CallGate(settings, (executor != null) ? executor : Threads.perTask(name + "call-"));
		this.acceptor = new Acceptor(serverSocket, settings.allowedClients(),
				(socket) -> new FastAgiCall(socket, context), this.gate);
		this.thread = new Thread(this.acceptor, name + "acceptor");
		// Not a daemon: an application that is nothing but a FastAGI server has to live
		// on
		this.thread.setDaemon(false);
	}

	static ServerRun start(ServerContext context) throws IOException {
		FastAgiSettings settings = context.settings();
		ServerSocket serverSocket = new ServerSocket();
		try {
			serverSocket.setReuseAddress(true);
			serverSocket.bind(new InetSocketAddress(settings.address(), settings.port()), settings.backlog());
		}
		catch (IOException ex) {
			serverSocket.close();
			throw ex;
		}
		ServerRun run = new ServerRun(serverSocket, context);
		run.thread.start();
		return run;
	}

	InetSocketAddress address() {
		return this.address;
	}

	CallGate gate() {
		return this.gate;
	}

	void stop(Duration grace) {
		this.acceptor.close();
		this.gate.close().forEach((call) -> call.refuse(RefusalReason.STOPPING));
		try {
			if (!this.gate.awaitIdle(grace.toNanos())) {
				abort();
				this.gate.awaitIdle(AFTER_ABORT.toNanos());
			}
			this.thread.join(AFTER_ABORT.toMillis());
		}
		catch (InterruptedException ex) {
			abort();
			Thread.currentThread().interrupt();
		}
	}

	private void abort() {
		List<FastAgiCall> calls = this.gate.running();
		logger.warn("FastAGI server on {} interrupts {} calls", this.address, calls.size());
		calls.forEach(FastAgiCall::abort);
	}

}
