package io.pystrix.spring.boot.test;

import java.net.InetSocketAddress;
import java.util.List;

import io.pystrix.ami.AmiEndpoint;
import io.pystrix.spring.boot.autoconfigure.AmiConnectionDetails;
import io.pystrix.test.AsteriskSimulator;

/**
 * Connects to a simulator.
 */
final class SimulatorConnectionDetails implements AmiConnectionDetails {

	static final String USERNAME = "test";

	static final String PASSWORD = "test";

	private final AsteriskSimulator simulator;

	SimulatorConnectionDetails(AsteriskSimulator simulator) {
		this.simulator = simulator;
	}

	@Override
	public List<AmiEndpoint> getEndpoints() {
		InetSocketAddress address = this.simulator.ami().address();
		return List.of(new AmiEndpoint(address.getAddress().getHostAddress(), address.getPort()));
	}

	@Override
	public String getUsername() {
		return USERNAME;
	}

	@Override
	public String getPassword() {
		return PASSWORD;
	}

}
