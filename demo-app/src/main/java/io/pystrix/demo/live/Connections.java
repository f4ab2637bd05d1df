package io.pystrix.demo.live;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.pystrix.agi.RegisteredScript;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerException;
import io.pystrix.ami.ManagerStatus;
import io.pystrix.ami.live.AsteriskState;

import org.springframework.stereotype.Component;

/**
 * How the two halves of the application are doing.
 */
@Component
class Connections {

	private final AsteriskState state;

	private final FastAgiServer server;

	Connections(AsteriskState state, FastAgiServer server) {
		this.state = state;
		this.server = server;
	}

	AmiItem ami() {
		Manager manager = this.state.manager();
		ManagerStatus status = manager.status();
		ManagerException failure = status.lastFailure();
		Duration roundTrip = status.lastRoundTrip();
		return new AmiItem("ami", Texts.of(status.state()), Texts.of(this.state.status()), status.since(),
				(status.endpoint() != null) ? status.endpoint().toString() : null, status.greeting(),
				status.reconnectAttempt(), status.nextAttempt(), (failure != null) ? failure.getMessage() : null,
				status.connects(), status.lostEvents(), (roundTrip != null) ? roundTrip.toNanos() / 1000 : null);
	}

	FastAgiItem fastAgi() {
		List<FastAgiItem.Script> scripts = Stream
			.concat(this.server.scripts().scripts().stream(), this.server.scripts().defaultScript().stream())
			.map(Connections::script)
			.toList();
		return new FastAgiItem("fastagi", this.server.isRunning(), this.server.isRunning() ? address() : null,
				this.server.status().activeCalls(), this.server.status().totalCalls(),
				this.server.status().refusedCalls(), scripts);
	}

	private String address() {
		return this.server.address().getHostString() + ":" + this.server.localPort();
	}

	private static FastAgiItem.Script script(RegisteredScript script) {
		return new FastAgiItem.Script(script.name(), (script.pattern() != null) ? script.pattern().pattern() : null);
	}

}
