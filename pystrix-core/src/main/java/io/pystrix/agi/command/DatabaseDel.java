package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Removes a key from Asterisk's database, if it is there: Asterisk does not tell whether
 * it was (ast_db_del in main/db.c, releases 13 to 23). That the database cannot be
 * written is an {@link io.pystrix.agi.AgiDatabaseException}. Works after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/database_del/">DATABASE
 * DEL</a>
 */
public final class DatabaseDel extends AgiCommand<AgiReply> {

	/**
	 * Removes a key.
	 * @param family the family
	 * @param key the key
	 */
	public DatabaseDel(String family, String key) {
		super("DATABASE DEL", Checks.notEmpty("family", family), key);
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.stored(reply);
	}

}
