package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Writes to Asterisk's database. That it cannot be written is an
 * {@link io.pystrix.agi.AgiDatabaseException}. Works after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/database_put/">DATABASE
 * PUT</a>
 */
public final class DatabasePut extends AgiCommand<AgiReply> {

	/**
	 * Writes a value.
	 * @param family the family
	 * @param key the key
	 * @param value the value
	 */
	public DatabasePut(String family, String key, String value) {
		super("DATABASE PUT", Checks.notEmpty("family", family), key, value);
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.stored(reply);
	}

}
