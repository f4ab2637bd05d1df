package io.pystrix.internal;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable copy of variables in their order, whose text masks the secrets among
 * them.
 *
 * @since 0.1.0
 */
public final class VariableMap extends AbstractMap<String, String> {

	private final Map<String, String> variables;

	/**
	 * Copies variables.
	 * @param variables names and values
	 */
	public VariableMap(Map<String, String> variables) {
		this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
	}

	@Override
	public Set<Entry<String, String>> entrySet() {
		return this.variables.entrySet();
	}

	@Override
	public @Nullable String get(Object name) {
		return this.variables.get(name);
	}

	@Override
	public boolean containsKey(Object name) {
		return this.variables.containsKey(name);
	}

	@Override
	public String toString() {
		Map<String, String> shown = new LinkedHashMap<>(this.variables);
		shown.replaceAll((name, value) -> SecretNames.DEFAULT.test(name) ? SecretNames.MASK
				: TextMask.assignments(value, SecretNames.DEFAULT));
		return shown.toString();
	}

}
