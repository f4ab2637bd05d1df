package io.pystrix.benchmarks.subject;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.pystrix.benchmarks.peer.AmiPeer;

/**
 * Counts the events of a flood and takes the time from the first to the last. The
 * listener calls {@link #event()} and {@link #end()}, from one thread.
 */
final class FloodMeter {

	private static final long PATIENCE_SECONDS = 120;

	private final BlockingQueue<Flood> floods = new LinkedBlockingQueue<>();

	private volatile boolean readsHeaders;

	private long events;

	private long first;

	private long characters;

	/** Whether the listener shall read two headers of each event, or of some only. */
	boolean readsHeaders() {
		return this.readsHeaders;
	}

	void event() {
		if (this.events == 0) {
			this.first = System.nanoTime();
		}
		this.events++;
	}

	/** Takes what the listener has read, so that it cannot be optimised away. */
	void read(Object value) {
		this.characters += value.hashCode();
	}

	void end() {
		this.floods.add(new Flood(this.events, System.nanoTime() - this.first, this.characters));
		this.events = 0;
		this.characters = 0;
	}

	Sample measure(String series, boolean readsHeaders, AmiClient client) throws Exception {
		this.readsHeaders = readsHeaders;
		long cpu = Usage.cpuNanos();
		long allocated = Usage.allocatedBytes();
		client.flood();
		Flood flood = this.floods.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		if (flood == null) {
			throw new IOException("The end of the flood did not come");
		}
		return new Sample(series, flood.events(), flood.nanos(), Usage.cpuNanos() - cpu, Usage.peakKib(),
				Usage.allocatedBytes() - allocated);
	}

	/** Measures a flood of which only the end is heard. */
	Sample measureUnheard(String series, AmiClient client) throws Exception {
		long start = System.nanoTime();
		Sample sample = measure(series, false, client);
		return new Sample(series, AmiPeer.FLOOD, System.nanoTime() - start, sample.cpuNanos(), sample.peakKib(),
				sample.allocatedBytes());
	}

	private record Flood(long events, long nanos, long characters) {

	}

}
