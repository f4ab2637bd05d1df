package io.pystrix.demo.simulator;

import java.net.InetAddress;
import java.util.List;

import io.pystrix.ami.AmiEndpoint;
import io.pystrix.spring.boot.autoconfigure.AmiConnectionDetails;
import io.pystrix.test.AsteriskSimulator;

/**
 * Tells the starter where the simulator is.
 */
final class SimulatorConnectionDetails implements AmiConnectionDetails {

	private final AsteriskSimulator simulator;

	private final SimulatorAccount account;

	SimulatorConnectionDetails(AsteriskSimulator simulator, SimulatorAccount account) {
		this.simulator = simulator;
		this.account = account;
	}

	@Override
	public List<AmiEndpoint> getEndpoints() {
		String host = InetAddress.getLoopbackAddress().getHostAddress();
		return List.of(new AmiEndpoint(host, this.simulator.ami().port()));
	}

	@Override
	public String getUsername() {
		return this.account.username();
	}

	@Override
	public String getPassword() {
		return this.account.password();
	}

}
