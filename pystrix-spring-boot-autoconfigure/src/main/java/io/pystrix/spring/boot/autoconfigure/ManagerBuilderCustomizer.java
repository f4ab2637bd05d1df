package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.ami.ManagerBuilder;

/**
 * Changes the auto-configured {@link io.pystrix.ami.Manager}s before they are made, after
 * the properties were applied. Beans of this type are called in their order.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ManagerBuilderCustomizer {

	/**
	 * Changes the settings of any server.
	 * @param builder the settings
	 */
	void customize(ManagerBuilder builder);

	/**
	 * Changes the settings of one server. As for any server by default.
	 * @param server the name of the server, {@code asterisk} if there is but one, which
	 * has none
	 * @param builder the settings
	 */
	default void customize(String server, ManagerBuilder builder) {
		customize(builder);
	}

}
