package io.pystrix.benchmarks.load;

import java.time.Duration;
import java.util.List;

import io.pystrix.benchmarks.subject.Contender;
import io.pystrix.benchmarks.subject.Sample;

/**
 * A kind of load.
 */
enum LoadProgram {

	/** 404,000 captured events to one listener. */
	AMI_FLOOD("ami-flood", "event") {

		@Override
		List<Sample> run(Contender contender) throws Exception {
			return againstPeer(contender);
		}

	},

	/** Ping and its answer. */
	AMI_PING("ami-ping", "ping") {

		@Override
		List<Sample> run(Contender contender) throws Exception {
			return againstPeer(contender);
		}

	},

	/** FastAGI calls of ten commands, 64 at once; the server is measured. */
	FASTAGI_CALLS("fastagi-calls", "call") {

		@Override
		List<Sample> run(Contender contender) throws Exception {
			try (ChildJvm server = new ChildJvm(label(), contender.name())) {
				int port = server.port();
				call(port, WARM_UP_CALLS);
				Duration before = server.cpu();
				long start = System.nanoTime();
				call(port, CALLS);
				long wall = System.nanoTime() - start;
				Duration used = server.cpu().minus(before);
				return List.of(new Sample("64 at once", CALLS, wall, used.toNanos(), server.peakKib()));
			}
		}

	};

	private static final int WARM_UP_CALLS = 10_000;

	private static final int CALLS = 20_000;

	private final String label;

	private final String unit;

	LoadProgram(String label, String unit) {
		this.label = label;
		this.unit = unit;
	}

	/**
	 * Measures a contender once, in new JVMs.
	 * @param contender who is measured
	 * @return what it took, a sample for each series of the program
	 * @throws Exception if it fails
	 */
	abstract List<Sample> run(Contender contender) throws Exception;

	String label() {
		return this.label;
	}

	String unit() {
		return this.unit;
	}

	List<Sample> againstPeer(Contender contender) throws Exception {
		try (ChildJvm peer = new ChildJvm("ami-peer");
				ChildJvm subject = new ChildJvm(this.label, contender.name(), Integer.toString(peer.port()))) {
			return subject.lines().stream().map(Sample::parse).toList();
		}
	}

	private static void call(int port, int calls) throws Exception {
		try (ChildJvm caller = new ChildJvm("agi-caller", Integer.toString(port), Integer.toString(calls))) {
			caller.number("commands");
			caller.lines();
		}
	}

}
