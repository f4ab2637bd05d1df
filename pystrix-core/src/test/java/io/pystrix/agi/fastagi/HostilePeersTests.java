package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.agi.ScriptOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many peers that want nothing good at once: who calls is served all the same.
 */
@Timeout(120)
class HostilePeersTests {

	private static final int PROBES = 10_000;

	private static final int SLOW = 1000;

	private static final int CALLS = 200;

	private static final int MAX_CALLS = 5;

	// Two that run at the same time, which a common pool does not promise
	private static final Executor THREADS = (task) -> new Thread(task, "hostile").start();

	private final LogCapture log = new LogCapture("io.pystrix.agi");

	private final List<Socket> slow = new CopyOnWriteArrayList<>();

	private final FastAgiServer server = FastAgiServer.builder()
		.port(0)
		.maxCalls(MAX_CALLS)
		.handshakeTimeout(Duration.ofMinutes(5))
		.build();

	@AfterEach
	void stop() throws IOException {
		for (Socket socket : this.slow) {
			socket.close();
		}
		this.server.close();
		this.log.close();
	}

	@Test
	void callsAreServedAmongThousandsOfProbesAndSlowConnections() throws Exception {
		this.server.scripts().register("demo", (agi, request) -> agi.noop());
		this.server.start();
		for (int i = 0; i < SLOW; i++) {
			connectSlowly();
		}
		CompletableFuture<Void> probes = CompletableFuture.runAsync(this::probe, THREADS);
		CompletableFuture<Void> drips = CompletableFuture.runAsync(() -> drip(probes), THREADS);
		for (int i = 0; i < CALLS; i++) {
			try (RawCaller caller = RawCaller.call(this.server, "demo")) {
				caller.expect("NOOP").send("200 result=0\n").expectEnd();
			}
		}
		probes.join();
		drips.join();
		await().until(() -> this.server.status().endedCalls(ScriptOutcome.COMPLETED) == CALLS);
		assertThat(this.server.status().totalCalls()).isEqualTo(CALLS);
		assertThat(this.server.status().refusedCalls()).isZero();
		assertThat(this.log.from(Level.WARN)).hasSizeLessThan(100);
	}

	@Test
	void theOldestOfTooManySlowConnectionsGivesWay() throws Exception {
		this.server.start();
		for (int i = 0; i < SLOW; i++) {
			connectSlowly();
		}
		await().until(() -> this.server.status().activeCalls() == SLOW);
		// By now each of the others is older than what is spared in a burst
		await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
		for (int i = 0; i < 20; i++) {
			connectSlowly();
		}
		await().until(() -> this.server.status().failedHandshakes(HandshakeFailure.TIMEOUT) == 20);
		assertThat(this.server.status().activeCalls()).isEqualTo(SLOW);
		assertThat(hasEnded(this.slow.get(19))).isTrue();
		this.slow.get(20).getOutputStream().write("gi_network_script: none\n\n".getBytes());
		await().until(() -> this.server.status().totalCalls() == 1);
	}

	@Test
	void slowConnectionsAreToldWhenTheServerStops() throws Exception {
		this.server.start();
		connectSlowly();
		await().until(() -> this.server.status().activeCalls() == 1);
		this.server.stop(Duration.ofSeconds(10));
		assertThat(this.server.status().activeCalls()).isZero();
		assertThat(this.server.status().refusedCalls()).isEqualTo(1);
		assertThat(this.server.status().failedHandshakes()).isZero();
	}

	private static boolean hasEnded(Socket socket) throws IOException {
		try {
			return socket.getInputStream().read() < 0;
		}
		catch (SocketException ex) {
			// Its byte came too late to be read
			return true;
		}
	}

	private void connectSlowly() throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.server.localPort());
		socket.getOutputStream().write('a');
		this.slow.add(socket);
	}

	private void probe() {
		for (int i = 0; i < PROBES; i++) {
			try {
				new Socket(InetAddress.getLoopbackAddress(), this.server.localPort()).close();
			}
			catch (IOException ex) {
				throw new AssertionError(ex);
			}
		}
	}

	private void drip(CompletableFuture<?> until) {
		while (!until.isDone()) {
			for (Socket socket : this.slow) {
				try {
					socket.getOutputStream().write('a');
				}
				catch (IOException ex) {
					// It had to give way
					this.slow.remove(socket);
				}
			}
		}
	}

}
