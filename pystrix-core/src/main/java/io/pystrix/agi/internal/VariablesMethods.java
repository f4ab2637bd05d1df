package io.pystrix.agi.internal;

import java.util.Optional;

import io.pystrix.agi.AgiVariables;
import io.pystrix.agi.command.GetFullVariable;
import io.pystrix.agi.command.GetVariable;
import io.pystrix.agi.command.SetVariable;

/**
 * The commands about channel variables and dialplan functions.
 */
interface VariablesMethods extends AgiVariables, CommandExecutor {

	@Override
	default Optional<String> getVariable(String name) {
		return execute(new GetVariable(name));
	}

	@Override
	default Optional<String> getFullVariable(String expression) {
		return execute(new GetFullVariable(expression));
	}

	@Override
	default void setVariable(String name, String value) {
		execute(new SetVariable(name, value));
	}

}
