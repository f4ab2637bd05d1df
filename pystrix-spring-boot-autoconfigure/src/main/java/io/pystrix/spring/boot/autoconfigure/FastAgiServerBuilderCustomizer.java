package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.agi.fastagi.FastAgiServerBuilder;

/**
 * Changes the auto-configured {@link io.pystrix.agi.fastagi.FastAgiServer} before it is
 * made, after the properties were applied. Beans of this type are called in their order.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FastAgiServerBuilderCustomizer {

	/**
	 * Changes the settings.
	 * @param builder the settings
	 */
	void customize(FastAgiServerBuilder builder);

}
