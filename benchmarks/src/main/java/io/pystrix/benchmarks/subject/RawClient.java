package io.pystrix.benchmarks.subject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.pystrix.benchmarks.peer.AmiPeer;

/**
 * Reads in the thread that asks, for one caller.
 */
final class RawClient implements AmiClient {

	private static final byte[] EVENTS = "Action: Events\r\nActionID: 2\r\nEventMask: on\r\n\r\n"
		.getBytes(StandardCharsets.US_ASCII);

	private static final byte[] PING = "Action: Ping\r\nActionID: 3\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] LIST = "Action: CoreShowChannels\r\nActionID: 4\r\n\r\n"
		.getBytes(StandardCharsets.US_ASCII);

	private final RawSocket socket;

	private final FloodMeter meter;

	private boolean counts = true;

	RawClient(int port, FloodMeter meter) throws IOException {
		this.socket = new RawSocket(port);
		this.meter = meter;
	}

	@Override
	public void flood() throws IOException {
		this.socket.write(EVENTS);
		this.socket.next();
		for (int i = 0; i < AmiPeer.FLOOD; i++) {
			this.socket.next();
			if (this.counts) {
				this.meter.event();
			}
		}
		this.socket.next();
		this.meter.end();
	}

	/** It only counts them anyway. */
	@Override
	public void ignoreEvents() {
		this.counts = false;
	}

	@Override
	public int list() throws IOException {
		this.socket.write(LIST);
		this.socket.next();
		for (int i = 0; i < AmiPeer.LIST; i++) {
			this.socket.next();
		}
		this.socket.next();
		return AmiPeer.LIST;
	}

	@Override
	public void ping() throws IOException {
		this.socket.write(PING);
		this.socket.next();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
