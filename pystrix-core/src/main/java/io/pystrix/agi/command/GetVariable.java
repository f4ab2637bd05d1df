package io.pystrix.agi.command;

import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Reads a channel variable or dialplan function, up to 1023 bytes of it
 * (handle_getvariable in res/res_agi.c, releases 13 to 23). Results in the value, empty
 * if it is not set. Works after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/get_variable/">GET
 * VARIABLE</a>
 */
public final class GetVariable extends AgiCommand<Optional<String>> {

	/**
	 * Reads a variable.
	 * @param name the name, such as {@code DIALSTATUS} or {@code CALLERID(num)}
	 */
	public GetVariable(String name) {
		super("GET VARIABLE", name);
	}

	@Override
	public Optional<String> result(AgiReply reply) {
		return Optional.ofNullable(reply.data());
	}

}
