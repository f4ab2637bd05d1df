package io.pystrix.agi.command;

import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import org.jspecify.annotations.Nullable;

/**
 * A command that results in the key that the caller pressed, if any.
 *
 * @since 0.1.0
 */
public abstract class DigitCommand extends AgiCommand<Optional<Character>> {

	DigitCommand(String verb, @Nullable Object... arguments) {
		super(verb, arguments);
	}

	@Override
	public Optional<Character> result(AgiReply reply) {
		return "0".equals(reply.result()) ? Optional.empty() : Optional.of(Checks.key(reply));
	}

}
