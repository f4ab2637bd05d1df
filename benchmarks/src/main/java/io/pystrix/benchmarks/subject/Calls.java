package io.pystrix.benchmarks.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.pystrix.agi.Agi;
import io.pystrix.agi.fastagi.FastAgiServer;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;

/**
 * A FastAGI server with one script of ten commands.
 */
public final class Calls {

	private Calls() {
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
			case RAW, RAW_HANDOVER -> RawAgiServer.run(Executors.newCachedThreadPool());
			case RAW_VIRTUAL -> RawAgiServer.run(virtualThreads());
		}
	}

	/** Tells the port, and for each line that comes what has been allocated. */
	static void ready(int port) {
		System.out.println("port|" + port);
		Thread answers = new Thread(() -> {
			try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
				while (in.readLine() != null) {
					System.out.println("allocated|" + Usage.allocatedBytes());
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}, "answers");
		answers.setDaemon(true);
		answers.start();
	}

	/** By reflection: the byte code is that of Java 17. */
	static ExecutorService virtualThreads() throws ReflectiveOperationException {
		return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
	}

	private static void pystrix() {
		FastAgiServer server = FastAgiServer.builder().port(0).build();
		server.scripts().register("bench", (agi, request) -> script(agi));
		server.start();
		ready(server.localPort());
	}

	private static void script(Agi agi) {
		agi.answer();
		agi.verbose("hello");
		agi.setVariable("STEP", "one");
		agi.getVariable("CHANNEL");
		agi.streamFile("welcome", "12");
		agi.getData("enter", Duration.ofSeconds(5), 4);
		agi.sayDigits("1234");
		agi.waitForDigit(Duration.ofSeconds(1));
		agi.exec("Wait", "1");
		agi.hangup();
	}

	private static void asteriskJava() throws IOException {
		DefaultAgiServer server = new DefaultAgiServer(new AsteriskJavaScript());
		server.setAddress(InetAddress.getLoopbackAddress());
		server.setPort(freePort());
		ready(server.getPort());
		server.startup();
	}

	/** It cannot be asked which port it was given, so it must be told one. */
	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static final class AsteriskJavaScript implements AgiScript {

		@Override
		public void service(AgiRequest request, AgiChannel channel) throws AgiException {
			channel.answer();
			channel.verbose("hello", 1);
			channel.setVariable("STEP", "one");
			channel.getVariable("CHANNEL");
			channel.streamFile("welcome", "12");
			channel.getData("enter", 5000, 4);
			channel.sayDigits("1234");
			channel.waitForDigit(1000);
			channel.exec("Wait", "1");
			channel.hangup();
		}

	}

}
