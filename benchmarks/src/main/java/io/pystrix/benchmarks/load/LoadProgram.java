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
		List<Sample> run(Contender contender, Jdk jdk) throws Exception {
			return againstPeer(contender, jdk);
		}

	},

	/** A list of 50,000 items. */
	AMI_LIST("ami-list", "item") {

		@Override
		List<Sample> run(Contender contender, Jdk jdk) throws Exception {
			return againstPeer(contender, jdk);
		}

	},

	/** Ping and its answer. */
	AMI_PING("ami-ping", "ping") {

		@Override
		List<Contender> contenders(Jdk jdk) {
			return List.of(Contender.PYSTRIX, Contender.ASTERISK_JAVA, Contender.RAW, Contender.RAW_HANDOVER);
		}

		@Override
		List<Sample> run(Contender contender, Jdk jdk) throws Exception {
			return againstPeer(contender, jdk);
		}

	},

	/** FastAGI calls of ten commands, 64 at once; the server is measured. */
	FASTAGI_CALLS("fastagi-calls", "call") {

		@Override
		List<Contender> contenders(Jdk jdk) {
			return (jdk.hasVirtualThreads())
					? List.of(Contender.PYSTRIX, Contender.ASTERISK_JAVA, Contender.RAW, Contender.RAW_VIRTUAL)
					: super.contenders(jdk);
		}

		@Override
		List<Sample> run(Contender contender, Jdk jdk) throws Exception {
			try (ChildJvm server = new ChildJvm(jdk, label(), contender.name())) {
				int port = server.port();
				Sample cold = calls(jdk, server, port, "64 at once, the first", WARM_UP_CALLS);
				server.awaitIdle();
				for (int i = 1; i < WARM_UPS; i++) {
					calls(jdk, server, port, "", WARM_UP_CALLS);
					server.awaitIdle();
				}
				return List.of(cold, calls(jdk, server, port, "64 at once", CALLS));
			}
		}

	};

	private static final int WARM_UP_CALLS = 10_000;

	/** What happens once in a call is compiled in full only after some 30,000. */
	private static final int WARM_UPS = 4;

	private static final int CALLS = 15_000;

	private final String label;

	private final String unit;

	LoadProgram(String label, String unit) {
		this.label = label;
		this.unit = unit;
	}

	/** Who takes part. */
	List<Contender> contenders(Jdk jdk) {
		return List.of(Contender.PYSTRIX, Contender.ASTERISK_JAVA, Contender.RAW);
	}

	/**
	 * Measures a contender once, in new JVMs.
	 * @param contender who is measured
	 * @param jdk what runs it
	 * @return what it took, a sample for each series of the program
	 * @throws Exception if it fails
	 */
	abstract List<Sample> run(Contender contender, Jdk jdk) throws Exception;

	String label() {
		return this.label;
	}

	String unit() {
		return this.unit;
	}

	List<Sample> againstPeer(Contender contender, Jdk jdk) throws Exception {
		try (ChildJvm peer = new ChildJvm(jdk, "ami-peer");
				ChildJvm subject = new ChildJvm(jdk, this.label, contender.name(), Integer.toString(peer.port()))) {
			return subject.lines().stream().map(Sample::parse).toList();
		}
	}

	private static Sample calls(Jdk jdk, ChildJvm server, int port, String series, int calls) throws Exception {
		long allocated = server.allocatedBytes();
		Duration before = server.cpu();
		long start = System.nanoTime();
		try (ChildJvm caller = new ChildJvm(jdk, "agi-caller", Integer.toString(port), Integer.toString(calls))) {
			caller.number("commands");
			caller.lines();
		}
		long wall = System.nanoTime() - start;
		Duration used = server.cpu().minus(before);
		return new Sample(series, calls, wall, used.toNanos(), server.peakKib(), server.allocatedBytes() - allocated);
	}

}
