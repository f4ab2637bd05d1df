package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.agi.async.AsyncAgiServerBuilder;

/**
 * Changes the auto-configured {@link io.pystrix.agi.async.AsyncAgiServer} before it is
 * made, after the properties were applied. Beans of this type are called in their order.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AsyncAgiServerBuilderCustomizer {

	/**
	 * Changes the settings.
	 * @param builder the settings
	 */
	void customize(AsyncAgiServerBuilder builder);

}
