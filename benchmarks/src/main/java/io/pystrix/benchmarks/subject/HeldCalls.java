package io.pystrix.benchmarks.subject;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.pystrix.agi.fastagi.FastAgiServer;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.fastagi.command.NoopCommand;

/**
 * A FastAGI server whose script sends commands until the caller hangs up.
 */
public final class HeldCalls {

	private HeldCalls() {
	}

	/**
	 * Serves calls until the process is killed.
	 * @param contender who serves
	 * @throws Exception if it fails
	 */
	public static void run(Contender contender) throws Exception {
		switch (contender) {
			case PYSTRIX -> pystrix();
			case ASTERISK_JAVA -> asteriskJava();
			case RAW, RAW_HANDOVER -> raw(Executors.newCachedThreadPool());
			case RAW_VIRTUAL -> raw(Calls.virtualThreads());
		}
	}

	private static void pystrix() {
		FastAgiServer server = FastAgiServer.builder().port(0).handshakeTimeout(Duration.ofMinutes(1)).build();
		server.scripts().register("bench", (agi, request) -> {
			while (!agi.environment().channel().isEmpty()) {
				agi.noop();
			}
		});
		server.start();
		Calls.ready(server.localPort());
	}

	private static void asteriskJava() throws IOException {
		DefaultAgiServer server = new DefaultAgiServer(new AsteriskJavaScript());
		server.setAddress(InetAddress.getLoopbackAddress());
		server.setPort(Calls.freePort());
		Calls.ready(server.getPort());
		server.startup();
	}

	private static void raw(ExecutorService executor) throws IOException {
		try (ServerSocket server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress())) {
			Calls.ready(server.getLocalPort());
			while (true) {
				Socket socket = server.accept();
				executor.execute(() -> RawAgiServer.hold(socket));
			}
		}
	}

	private static final class AsteriskJavaScript implements AgiScript {

		@Override
		public void service(AgiRequest request, AgiChannel channel) throws AgiException {
			while (!request.getChannel().isEmpty()) {
				channel.sendCommand(new NoopCommand());
			}
		}

	}

}
