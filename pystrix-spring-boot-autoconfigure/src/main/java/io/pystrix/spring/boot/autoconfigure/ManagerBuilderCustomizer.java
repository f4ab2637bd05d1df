package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.ami.ManagerBuilder;

/**
 * Changes the auto-configured {@link io.pystrix.ami.Manager} before it is made, after the
 * properties were applied. Beans of this type are called in their order.
 */
@FunctionalInterface
public interface ManagerBuilderCustomizer {

	/**
	 * Changes the settings.
	 * @param builder the settings
	 */
	void customize(ManagerBuilder builder);

}
