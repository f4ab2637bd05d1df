package io.pystrix.test.agi;

import java.util.List;

/**
 * The commands about the database; all run on a dead channel too.
 */
final class DatabaseCommands {

	private final Database database;

	DatabaseCommands(Database database) {
		this.database = database;
	}

	void addTo(CommandTable table) {
		table.addDeadSafe("DATABASE DEL", 2, 2, this::delete);
		table.addDeadSafe("DATABASE DELTREE", 1, 2, this::deleteTree);
		table.addDeadSafe("DATABASE GET", 2, 2, this::get);
		table.addDeadSafe("DATABASE PUT", 3, 3, this::put);
	}

	private Reply delete(List<String> words) {
		this.database.delete(words.get(0), words.get(1));
		// Also for a key that was not there
		return Reply.result(1);
	}

	private Reply deleteTree(List<String> words) {
		boolean deleted = this.database.deleteTree(words.get(0), (words.size() > 1) ? words.get(1) : "");
		// Asterisk says it the other way round than the rest of its commands do
		return Reply.result(deleted ? 0 : 1);
	}

	private Reply get(List<String> words) {
		String value = this.database.get(words.get(0), words.get(1));
		return (value != null) ? Reply.value(value) : Reply.result(0);
	}

	private Reply put(List<String> words) {
		this.database.put(words.get(0), words.get(1), words.get(2));
		return Reply.result(1);
	}

}
