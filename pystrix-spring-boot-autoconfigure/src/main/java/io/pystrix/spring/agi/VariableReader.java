package io.pystrix.spring.agi;

import java.nio.charset.StandardCharsets;

import io.pystrix.agi.Agi;
import org.jspecify.annotations.Nullable;

/**
 * Reads a variable of the channel. GET VARIABLE knows unset from empty and cuts long
 * values; GET FULL VARIABLE evaluates expressions of any length and knows no unset ones.
 *
 * @param name the name of a variable or function, or an expression
 */
record VariableReader(String name) implements Argument {

	// Asterisk's buffer, without the NUL
	private static final int LONGEST = 1023;

	@Override
	public @Nullable Object of(Invocation invocation) {
		Agi agi = invocation.agi();
		if (this.name.contains("${") || this.name.contains("$[")) {
			return agi.getFullVariable(this.name).orElse(null);
		}
		String value = agi.getVariable(this.name).orElse(null);
		if (value == null || value.getBytes(StandardCharsets.UTF_8).length < LONGEST) {
			return value;
		}
		return agi.getFullVariable("${" + this.name + "}").orElse(value);
	}

}
