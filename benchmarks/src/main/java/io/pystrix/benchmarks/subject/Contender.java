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
	RAW("raw socket");

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
