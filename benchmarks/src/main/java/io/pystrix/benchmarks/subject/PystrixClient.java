package io.pystrix.benchmarks.subject;

import java.time.Duration;

import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;
import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.ReloadEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.benchmarks.peer.AmiPeer;

final class PystrixClient implements AmiClient {

	// The reader is faster than any listener, and no real Asterisk is as fast as this
	// peer. Room for all of the flood, because a loss would make the time a lie
	private static final CallbackOptions ROOM_FOR_ALL = CallbackOptions.DEFAULTS.withQueueCapacity(AmiPeer.FLOOD + 1);

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Manager manager;

	private final FloodMeter meter;

	private final Registration events;

	PystrixClient(int port, FloodMeter meter) {
		this.meter = meter;
		this.manager = Manager.builder().host("127.0.0.1").port(port).credentials("bench", "secret").build();
		this.events = this.manager.registerCallback(AmiEvent.class, (event, m) -> onEvent(event), ROOM_FOR_ALL);
		this.manager.connect();
	}

	private void onEvent(AmiEvent event) {
		if (event instanceof ReloadEvent) {
			this.meter.end();
			return;
		}
		this.meter.event();
		if (event instanceof HangupEvent hangup) {
			this.meter.read(hangup.channel());
			this.meter.read(hangup.cause());
		}
		else if (this.meter.readsHeaders()) {
			this.meter.read(String.valueOf(event.get("Privilege")));
			this.meter.read(String.valueOf(event.get("Uniqueid")));
		}
	}

	@Override
	public void flood() {
		this.manager.sendAction(AmiAction.named("Events").with("EventMask", "on"));
	}

	@Override
	public void ignoreEvents() {
		this.events.close();
		this.manager.registerCallback(ReloadEvent.class, (event, m) -> this.meter.end());
	}

	@Override
	public int list() {
		return this.manager.sendAction(new CoreShowChannelsAction(), PATIENCE).size();
	}

	@Override
	public void ping() {
		this.manager.sendAction(new PingAction());
	}

	@Override
	public void close() {
		this.manager.close();
	}

}
