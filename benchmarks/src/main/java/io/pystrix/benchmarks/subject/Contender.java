package io.pystrix.benchmarks.subject;

/**
 * Who is measured.
 */
public enum Contender {

	/** This library. */
	PYSTRIX("pystrix"),

	/** The library that most Java programs use today. */
	ASTERISK_JAVA("asterisk-java"),

	/** A socket and nothing else: what the JVM and the kernel cost. */
	RAW("raw socket"),

	/** The same with a thread that reads and wakes the caller, as any client has one. */
	RAW_HANDOVER("raw socket with a reader thread"),

	/** The same on virtual threads, which this library uses where there are any. */
	RAW_VIRTUAL("raw socket on virtual threads");

	private final String label;

	Contender(String label) {
		this.label = label;
	}

	/**
	 * The name for people.
	 * @return the name
	 */
	public String label() {
		return this.label;
	}

}
