package io.pystrix.agi;

import java.util.Optional;

import io.pystrix.NotForImplementation;

/**
 * The commands about Asterisk's database, which work after the hang-up. What holds for
 * all commands is said at {@link Agi}.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface AgiDatabase {

	/**
	 * Reads a value.
	 * @param family the family
	 * @param key the key
	 * @return the value, empty if there is no such key
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/database_get/">DATABASE
	 * GET</a>
	 */
	Optional<String> databaseGet(String family, String key);

	/**
	 * Writes a value.
	 * @param family the family
	 * @param key the key
	 * @param value the value
	 * @throws AgiDatabaseException if the database cannot be written
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/database_put/">DATABASE
	 * PUT</a>
	 */
	void databasePut(String family, String key, String value);

	/**
	 * Removes a key, if it is there: Asterisk does not tell whether it was.
	 * @param family the family
	 * @param key the key
	 * @throws AgiDatabaseException if the database cannot be written
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/database_del/">DATABASE
	 * DEL</a>
	 */
	void databaseDel(String family, String key);

	/**
	 * Removes a family.
	 * @param family the family
	 * @return whether there was anything to remove
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/database_deltree/">DATABASE
	 * DELTREE</a>
	 */
	boolean databaseDeltree(String family);

	/**
	 * Removes a part of a family.
	 * @param family the family
	 * @param tree the first part of the keys, up to a slash or their end
	 * @return whether there was anything to remove
	 */
	boolean databaseDeltree(String family, String tree);

}
