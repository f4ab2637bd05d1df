package io.pystrix.agi.internal;

import java.util.Optional;

import io.pystrix.agi.AgiDatabase;
import io.pystrix.agi.command.DatabaseDel;
import io.pystrix.agi.command.DatabaseDeltree;
import io.pystrix.agi.command.DatabaseGet;
import io.pystrix.agi.command.DatabasePut;

/**
 * The commands about Asterisk's database, which work after the hang-up.
 */
interface DatabaseMethods extends AgiDatabase, CommandExecutor {

	@Override
	default Optional<String> databaseGet(String family, String key) {
		return execute(new DatabaseGet(family, key));
	}

	@Override
	default void databasePut(String family, String key, String value) {
		execute(new DatabasePut(family, key, value));
	}

	@Override
	default void databaseDel(String family, String key) {
		execute(new DatabaseDel(family, key));
	}

	@Override
	default boolean databaseDeltree(String family) {
		return execute(new DatabaseDeltree(family));
	}

	@Override
	default boolean databaseDeltree(String family, String tree) {
		return execute(new DatabaseDeltree(family, tree));
	}

}
