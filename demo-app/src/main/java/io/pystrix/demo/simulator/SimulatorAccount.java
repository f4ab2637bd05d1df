package io.pystrix.demo.simulator;

/**
 * Who may log in at the simulator.
 *
 * @param username the name
 * @param password the secret
 */
record SimulatorAccount(String username, String password) {

	@Override
	public String toString() {
		return "SimulatorAccount[" + this.username + "]";
	}

}
