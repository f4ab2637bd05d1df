package io.pystrix.agi.command;

import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Reads from Asterisk's database. Results in the value, empty if there is no such key.
 * Works after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/database_get/">DATABASE
 * GET</a>
 */
public final class DatabaseGet extends AgiCommand<Optional<String>> {

	/**
	 * Reads a value.
	 * @param family the family
	 * @param key the key
	 */
	public DatabaseGet(String family, String key) {
		super("DATABASE GET", Checks.notEmpty("family", family), key);
	}

	@Override
	public Optional<String> result(AgiReply reply) {
		return switch (reply.result()) {
			case "0" -> Optional.empty();
			case "1" -> Optional.of((reply.data() != null) ? reply.data() : "");
			default -> throw Checks.databaseFailure(reply);
		};
	}

}
