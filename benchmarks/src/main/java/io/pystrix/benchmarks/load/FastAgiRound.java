package io.pystrix.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.benchmarks.subject.Contender;
import io.pystrix.benchmarks.subject.Sample;

/**
 * One measurement of FastAGI servers. When all of them have settled, they are called in
 * turns of a fraction of a second, so that a machine that is slower for a while is slower
 * for all of them. A server that is not called does nothing.
 */
final class FastAgiRound implements AutoCloseable {

	private static final int WARM_UP_CALLS = 10_000;

	/** What happens once in a call is compiled in full only after some 30,000. */
	private static final int WARM_UPS = 3;

	private static final int TURNS = 20;

	private static final int CALLS = 1_000;

	private final Jdk jdk;

	private final List<Server> servers = new ArrayList<>();

	FastAgiRound(String command, List<Contender> contenders, Jdk jdk) throws IOException {
		this.jdk = jdk;
		try {
			for (Contender contender : contenders) {
				this.servers.add(new Server(contender, new ChildJvm(jdk, command, contender.name())));
			}
		}
		catch (IOException ex) {
			close();
			throw ex;
		}
	}

	Map<Contender, List<Sample>> run() throws IOException, InterruptedException {
		for (Server server : this.servers) {
			// A new one for each: all servers are to meet one that has just started too
			try (ChildJvm caller = new ChildJvm(this.jdk, "agi-caller")) {
				server.begin();
				server.call(caller, WARM_UP_CALLS);
				server.end("64 at once, the first");
			}
			server.jvm.awaitIdle();
		}
		try (ChildJvm caller = new ChildJvm(this.jdk, "agi-caller")) {
			settle(caller);
			takeTurns(caller);
		}
		Map<Contender, List<Sample>> samples = new LinkedHashMap<>();
		this.servers.forEach((server) -> samples.put(server.contender, server.samples));
		return samples;
	}

	private void settle(ChildJvm caller) throws IOException, InterruptedException {
		for (int i = 0; i < WARM_UPS; i++) {
			for (Server server : this.servers) {
				server.call(caller, WARM_UP_CALLS);
				server.jvm.awaitIdle();
			}
		}
	}

	private void takeTurns(ChildJvm caller) throws IOException {
		for (Server server : this.servers) {
			server.begin();
		}
		List<Server> order = new ArrayList<>(this.servers);
		for (int turn = 0; turn < TURNS; turn++) {
			for (Server server : order) {
				server.call(caller, CALLS);
			}
			Collections.rotate(order, 1);
		}
		for (Server server : this.servers) {
			server.end("64 at once");
		}
	}

	@Override
	public void close() {
		this.servers.forEach((server) -> server.jvm.close());
	}

	/** A contender, and what it has used since the beginning of a series. */
	private static final class Server {

		private final Contender contender;

		private final ChildJvm jvm;

		private final int port;

		private final List<Sample> samples = new ArrayList<>();

		private long calls = 0;

		private long wall = 0;

		private long allocated = 0;

		private Duration cpu = Duration.ZERO;

		Server(Contender contender, ChildJvm jvm) throws IOException {
			this.contender = contender;
			this.jvm = jvm;
			this.port = this.jvm.port();
		}

		void begin() throws IOException {
			this.calls = 0;
			this.wall = 0;
			this.allocated = this.jvm.allocatedBytes();
			this.cpu = this.jvm.cpu();
		}

		void call(ChildJvm caller, int calls) throws IOException {
			long start = System.nanoTime();
			caller.ask(this.port + " " + calls, "commands");
			this.wall += System.nanoTime() - start;
			this.calls += calls;
		}

		void end(String series) throws IOException {
			this.samples.add(new Sample(series, this.calls, this.wall, this.jvm.cpu().minus(this.cpu).toNanos(),
					this.jvm.peakKib(), this.jvm.allocatedBytes() - this.allocated));
		}

	}

}
