package io.pystrix.benchmarks.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.benchmarks.subject.Contender;
import io.pystrix.benchmarks.subject.Sample;

/**
 * A kind of load.
 */
enum LoadProgram {

	/** 404,000 captured events to one listener. */
	AMI_FLOOD("ami-flood", "event"),

	/** A list of 50,000 items. */
	AMI_LIST("ami-list", "item"),

	/** Ping and its answer. */
	AMI_PING("ami-ping", "ping") {

		@Override
		List<Contender> contenders(Jdk jdk) {
			return List.of(Contender.PYSTRIX, Contender.ASTERISK_JAVA, Contender.RAW, Contender.RAW_HANDOVER);
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
		Map<Contender, List<Sample>> round(List<Contender> contenders, Jdk jdk) throws Exception {
			try (FastAgiRound round = new FastAgiRound(label(), contenders, jdk)) {
				return round.run();
			}
		}

	};

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
	 * Measures each contender once, in new JVMs.
	 * @param contenders who is measured, in this order
	 * @param jdk what runs them
	 * @return what it took, for each contender a sample for each series of the program
	 * @throws Exception if it fails
	 */
	Map<Contender, List<Sample>> round(List<Contender> contenders, Jdk jdk) throws Exception {
		Map<Contender, List<Sample>> samples = new LinkedHashMap<>();
		for (Contender contender : contenders) {
			samples.put(contender, againstPeer(contender, jdk));
		}
		return samples;
	}

	String label() {
		return this.label;
	}

	String unit() {
		return this.unit;
	}

	private List<Sample> againstPeer(Contender contender, Jdk jdk) throws Exception {
		try (ChildJvm peer = new ChildJvm(jdk, "ami-peer")) {
			String port = Integer.toString(peer.port());
			// Its compilers would go on beside a contender that needs both processors
			peer.awaitIdle();
			try (ChildJvm subject = new ChildJvm(jdk, this.label, contender.name(), port)) {
				return subject.lines().stream().map(Sample::parse).toList();
			}
		}
	}

}
