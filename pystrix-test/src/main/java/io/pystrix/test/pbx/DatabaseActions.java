package io.pystrix.test.pbx;

import java.util.List;
import java.util.Map;

import io.pystrix.test.agi.Database;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;

/**
 * Answers the actions about the database.
 */
final class DatabaseActions {

	private final Database database;

	DatabaseActions(Database database) {
		this.database = database;
	}

	void addTo(Actions actions) {
		actions.add("DBPut", this::put);
		actions.add("DBGet", this::get);
		actions.add("DBGetTree", this::tree);
		actions.add("DBDel", this::delete);
		actions.add("DBDelTree", this::deleteTree);
	}

	private AmiAnswer put(AmiRequest request) {
		String family = Actions.require(request, "Family", "No family specified");
		String key = Actions.require(request, "Key", "No key specified");
		this.database.put(family, key, request.get("Val", ""));
		return AmiAnswer.success("Updated database successfully");
	}

	private AmiAnswer get(AmiRequest request) {
		String family = family(request);
		String key = key(request);
		String value = Actions.require(this.database.get(family, key), () -> "Database entry not found");
		return AmiAnswer.list("Result will follow", "DBGetComplete",
				List.of(AmiFrame.event("DBGetResponse").with("Family", family).with("Key", key).with("Val", value)));
	}

	private AmiAnswer tree(AmiRequest request) {
		String family = request.get("Family", "");
		// A key without a family is passed over, as Asterisk does
		Map<String, String> found = family.isEmpty() ? this.database.all()
				: this.database.tree(family, request.get("Key", ""));
		String place = family.isEmpty() ? "" : "/" + family + "/";
		List<AmiFrame> items = found.entrySet()
			.stream()
			.map((entry) -> AmiFrame.event("DBGetTreeResponse")
				.with("Key", place + entry.getKey())
				.with("Val", entry.getValue()))
			.toList();
		return AmiAnswer.list("Result will follow", "DBGetTreeComplete", items);
	}

	private AmiAnswer delete(AmiRequest request) {
		boolean deleted = this.database.delete(family(request), key(request));
		return deleted ? AmiAnswer.success("Key deleted successfully")
				: AmiAnswer.error("Database entry could not be deleted");
	}

	private AmiAnswer deleteTree(AmiRequest request) {
		boolean deleted = this.database.deleteTree(family(request), request.get("Key", ""));
		return deleted ? AmiAnswer.success("Key tree deleted successfully")
				: AmiAnswer.error("Database entry not found");
	}

	private static String family(AmiRequest request) {
		return Actions.require(request, "Family", "No family specified.");
	}

	private static String key(AmiRequest request) {
		return Actions.require(request, "Key", "No key specified.");
	}

}
