package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Executor;

import io.pystrix.agi.internal.CallGate;
import io.pystrix.internal.Threads;

/**
 * What exists between one start of a server and the next stop.
 */
final class ServerRun {

	private static final Duration ACCEPTOR_END = Duration.ofSeconds(2);

	private final InetSocketAddress address;

	private final CallGate<FastAgiCall> gate;

	private final Acceptor acceptor;

	private final Thread thread;

	private ServerRun(ServerSocket serverSocket, ServerContext context) {
		FastAgiSettings settings = context.settings();
		this.address = (InetSocketAddress) serverSocket.getLocalSocketAddress();
		String name = "fastagi-" + this.address.getPort() + "-";
		Executor executor = settings.executor();
		this.gate = new CallGate<>(settings.maxCalls(), settings.whenFull() == WhenFull.QUEUE,
				(executor != null) ? executor : Threads.perTask(name + "call-"));
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

	CallGate<FastAgiCall> gate() {
		return this.gate;
	}

	void stop(Duration grace) {
		this.acceptor.close();
		this.gate.stop(grace, "FastAGI server on " + this.address);
		try {
			this.thread.join(ACCEPTOR_END.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
