package io.pystrix.test.agi;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Asterisk's database: families of keys. Thread-safe. A call has one of its own, unless
 * {@link AgiCaller#database(Database)} gives it one that others use too.
 *
 * @since 0.1.0
 */
public final class Database {

	private final Map<String, Map<String, String>> families = new TreeMap<>();

	/**
	 * Make an empty database.
	 */
	public Database() {
	}

	/**
	 * Look up a key.
	 * @param family its family
	 * @param key the key
	 * @return its value, or {@code null} if there is none
	 */
	public synchronized @Nullable String get(String family, String key) {
		return this.families.getOrDefault(family, Map.of()).get(key);
	}

	/**
	 * Set a key.
	 * @param family its family
	 * @param key the key
	 * @param value the value, instead of one that it had
	 */
	public synchronized void put(String family, String key, String value) {
		this.families.computeIfAbsent(family, (name) -> new TreeMap<>()).put(key, value);
	}

	/**
	 * Delete a key.
	 * @param family its family
	 * @param key the key
	 * @return whether there was such a key
	 */
	public synchronized boolean delete(String family, String key) {
		return this.families.getOrDefault(family, new TreeMap<>()).remove(key) != null;
	}

	/**
	 * List a key with all that is below it, slashes being the levels.
	 * @param family the family
	 * @param tree the key, or empty for the whole family
	 * @return keys and values in the order of the keys
	 */
	public synchronized Map<String, String> tree(String family, String tree) {
		Map<String, String> found = new TreeMap<>(this.families.getOrDefault(family, Map.of()));
		found.keySet().removeIf((key) -> !isBelow(tree, key));
		return found;
	}

	/**
	 * List everything.
	 * @return values by {@code /family/key}, in that order
	 */
	public synchronized Map<String, String> all() {
		Map<String, String> all = new TreeMap<>();
		this.families.forEach((family, keys) -> keys.forEach((key, value) -> all.put("/" + family + "/" + key, value)));
		return all;
	}

	/**
	 * Delete a key with all that is below it, slashes being the levels.
	 * @param family the family
	 * @param tree the key, or empty for the whole family
	 * @return whether there was anything to delete
	 */
	public synchronized boolean deleteTree(String family, String tree) {
		Map<String, String> keys = this.families.getOrDefault(family, new TreeMap<>());
		return keys.keySet().removeIf((key) -> isBelow(tree, key));
	}

	/**
	 * Delete everything.
	 */
	public synchronized void clear() {
		this.families.clear();
	}

	private static boolean isBelow(String tree, String key) {
		return tree.isEmpty() || (key + "/").startsWith(tree + "/");
	}

}
