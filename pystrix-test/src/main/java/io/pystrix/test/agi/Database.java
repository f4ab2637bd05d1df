package io.pystrix.test.agi;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Asterisk's database: families of keys. Thread-safe.
 */
final class Database {

	private final Map<String, Map<String, String>> families = new TreeMap<>();

	Database(Map<String, Map<String, String>> content) {
		content.forEach((family, keys) -> this.families.put(family, new TreeMap<>(keys)));
	}

	synchronized @Nullable String get(String family, String key) {
		return this.families.getOrDefault(family, Map.of()).get(key);
	}

	synchronized void put(String family, String key, String value) {
		this.families.computeIfAbsent(family, (name) -> new TreeMap<>()).put(key, value);
	}

	synchronized void delete(String family, String key) {
		this.families.getOrDefault(family, new TreeMap<>()).remove(key);
	}

	/**
	 * Delete a key with all that is below it, slashes being the levels.
	 * @param tree the key, or empty for the whole family
	 * @return whether there was anything to delete
	 */
	synchronized boolean deleteTree(String family, String tree) {
		Map<String, String> keys = this.families.getOrDefault(family, new TreeMap<>());
		return keys.keySet().removeIf((key) -> tree.isEmpty() || (key + "/").startsWith(tree + "/"));
	}

}
