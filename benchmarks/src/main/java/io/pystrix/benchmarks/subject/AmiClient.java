package io.pystrix.benchmarks.subject;

import java.io.IOException;

/**
 * A contender that is logged in by AMI.
 */
interface AmiClient extends AutoCloseable {

	/** Asks for the flood; the listener tells the meter of it. */
	void flood() throws Exception;

	/** From now on nobody listens to events but to the end of a flood. */
	void ignoreEvents() throws Exception;

	/** Asks for a list and waits for it. Returns the number of its items. */
	int list() throws Exception;

	/** Sends Ping and waits for the answer. */
	void ping() throws Exception;

	@Override
	void close() throws IOException;

	/**
	 * Connects a contender.
	 * @param contender who
	 * @param port where
	 * @param meter what to tell of events
	 * @param callers how many threads will ping at once
	 */
	static AmiClient connect(Contender contender, int port, FloodMeter meter, int callers) throws Exception {
		return switch (contender) {
			case PYSTRIX -> new PystrixClient(port, meter);
			case ASTERISK_JAVA -> new AsteriskJavaClient(port, meter);
			case RAW_HANDOVER -> new RawSharedClient(port);
			case RAW, RAW_VIRTUAL -> (callers == 1) ? new RawClient(port, meter) : new RawSharedClient(port);
		};
	}

}
