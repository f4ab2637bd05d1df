package io.pystrix.spring.boot.test;

import io.pystrix.test.AsteriskSimulator;

/**
 * Changes the simulators of {@link AutoConfigureAsterisk} before they are made: other
 * extensions, how long prompts play, what callers do. Beans of this type are called in
 * their order.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AsteriskSimulatorBuilderCustomizer {

	/**
	 * Changes the description of any simulator.
	 * @param builder the description
	 */
	void customize(AsteriskSimulator.Builder builder);

	/**
	 * Changes the description of the simulator of one server. As for any by default.
	 * @param server the name of the server, {@code asterisk} if there is but one, which
	 * has none
	 * @param builder the description
	 */
	default void customize(String server, AsteriskSimulator.Builder builder) {
		customize(builder);
	}

}
