package io.pystrix.benchmarks.subject;

import java.io.IOException;

import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.EventsAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.ReloadEvent;

final class AsteriskJavaClient implements AmiClient {

	private static final long PATIENCE_MILLIS = 60_000;

	private final DefaultManagerConnection connection;

	private final FloodMeter meter;

	private volatile boolean ignores;

	AsteriskJavaClient(int port, FloodMeter meter) throws Exception {
		this.meter = meter;
		this.connection = new DefaultManagerConnection("127.0.0.1", port, "bench", "secret");
		this.connection.login();
		// After the login, because it tells its listeners of events of its own, too
		this.connection.addEventListener(this::onEvent);
	}

	private void onEvent(ManagerEvent event) {
		if (event instanceof ReloadEvent) {
			this.meter.end();
			return;
		}
		if (this.ignores) {
			return;
		}
		this.meter.event();
		if (event instanceof HangupEvent hangup) {
			this.meter.read(hangup.getChannel());
			this.meter.read(hangup.getCause());
		}
		else if (this.meter.readsHeaders()) {
			this.meter.read(String.valueOf(event.getPrivilege()));
			this.meter.read(String.valueOf(event.getDateReceived()));
		}
	}

	@Override
	public void flood() throws IOException, TimeoutException {
		this.connection.sendAction(new EventsAction("on"));
	}

	/** There must be a listener to see the end; each gets all events. */
	@Override
	public void ignoreEvents() {
		this.ignores = true;
	}

	@Override
	public int list() throws IOException, TimeoutException {
		// The last event is the end of the list
		return this.connection.sendEventGeneratingAction(new CoreShowChannelsAction(), PATIENCE_MILLIS)
			.getEvents()
			.size() - 1;
	}

	@Override
	public void ping() throws IOException, TimeoutException {
		this.connection.sendAction(new PingAction());
	}

	@Override
	public void close() {
		this.connection.logoff();
	}

}
