package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import org.jspecify.annotations.Nullable;

/**
 * Executes a dialplan application. Results in what it returns: 0, the code of a key, or
 * -1 if it failed. That there is no such application is an
 * {@link io.pystrix.agi.AgiApplicationException}. Works after the hang-up.
 * <p>
 * <code>${…}</code> in the arguments is replaced only if the channel variable
 * {@code AGIEXECFULL} is {@code yes}, and only since Asterisk 16.27, 18.13 and 19.5;
 * earlier ones, 13 among them, never replace it (handle_exec in res/res_agi.c).
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/exec/">EXEC</a>
 */
public final class Exec extends AgiCommand<Integer> {

	/**
	 * Executes an application.
	 * @param application the application, such as {@code Dial}
	 * @param options its arguments, which Asterisk reads separated by commas, so that a
	 * comma within one needs a backslash; {@code null} for one that is left empty
	 */
	public Exec(String application, @Nullable String... options) {
		super("EXEC", application, Checks.joined(options));
	}

	@Override
	public Integer result(AgiReply reply) {
		// There is no such application (handle_exec in res/res_agi.c, 13 to 23)
		if ("-2".equals(reply.result())) {
			throw Checks.failure(reply);
		}
		return reply.resultAsInt();
	}

}
