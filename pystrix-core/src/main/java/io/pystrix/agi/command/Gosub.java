package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.GosubOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Executes a routine of the dialplan. Results in whether it returned; what it returned is
 * in the channel variable {@code GOSUB_RETVAL}. That there is no such routine is an
 * {@link io.pystrix.agi.AgiApplicationException}.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/gosub/">GOSUB</a>
 */
public final class Gosub extends AgiCommand<GosubOutcome> {

	/**
	 * Executes a routine.
	 * @param context the context
	 * @param extension the extension
	 * @param priority the number or the label to begin at
	 * @param arguments the arguments, which Asterisk reads separated by commas, so that a
	 * comma within one needs a backslash; {@code null} for one that is left empty
	 */
	public Gosub(String context, String extension, String priority, @Nullable String... arguments) {
		super("GOSUB", Checks.notEmpty("context", context), Checks.notEmpty("extension", extension),
				Checks.notEmpty("priority", priority), Checks.joined(arguments));
	}

	@Override
	public GosubOutcome result(AgiReply reply) {
		if (!"0".equals(reply.result()) || !reply.text().contains(" complete")) {
			throw Checks.failure(reply);
		}
		return reply.text().contains("abnormal exit") ? GosubOutcome.NOT_RETURNED : GosubOutcome.RETURNED;
	}

	@Override
	public boolean suggestsHangup(AgiReply reply) {
		return !reply.text().contains("label not found") && super.suggestsHangup(reply);
	}

}
