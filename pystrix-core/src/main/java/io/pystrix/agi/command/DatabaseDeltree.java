package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Removes a family, or a part of it, from Asterisk's database. Results in whether there
 * was anything to remove. Works after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/database_deltree/">DATABASE
 * DELTREE</a>
 */
public final class DatabaseDeltree extends AgiCommand<Boolean> {

	/**
	 * Removes a family.
	 * @param family the family
	 */
	public DatabaseDeltree(String family) {
		super("DATABASE DELTREE", Checks.notEmpty("family", family));
	}

	/**
	 * Removes a part of a family.
	 * @param family the family
	 * @param tree the first part of the keys, up to a slash or their end
	 */
	public DatabaseDeltree(String family, String tree) {
		super("DATABASE DELTREE", Checks.notEmpty("family", family), Checks.notEmpty("tree", tree));
	}

	// The reverse of all other results: 0 if something was removed; 1 also if the
	// database failed (handle_dbdeltree in res/res_agi.c, 13 to 23)
	@Override
	public Boolean result(AgiReply reply) {
		return switch (reply.result()) {
			case "0" -> true;
			case "1" -> false;
			default -> throw Checks.databaseFailure(reply);
		};
	}

}
