package io.pystrix.spring.boot.autoconfigure;

import java.util.function.Consumer;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Turns what a builder says about a wrong value into what Spring Boot says about a wrong
 * property.
 */
final class Checked {

	private Checked() {
	}

	static <T> Consumer<T> property(String name, Consumer<T> setter) {
		return (value) -> {
			try {
				setter.accept(value);
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidConfigurationPropertyValueException(name, value, ex.getMessage() + ".");
			}
		};
	}

}
