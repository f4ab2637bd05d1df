package io.pystrix.codegen;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A part of the schema that knows where it stands, so that a mistake can be named.
 *
 * @param path where it stands
 * @param fields what is in it, in the order of the file
 */
record Node(String path, Map<String, Object> fields) {

	@SuppressWarnings("unchecked")
	static Node of(String path, @Nullable Object value) {
		if (value == null) {
			return new Node(path, Map.of());
		}
		if (value instanceof Map<?, ?>) {
			return new Node(path, (Map<String, Object>) value);
		}
		throw new IllegalArgumentException("'" + path + "' must have fields");
	}

	/** A key that nothing reads is a slip of the pen. */
	Node only(String... names) {
		Set<String> known = Set.of(names);
		for (String name : this.fields.keySet()) {
			if (!known.contains(name)) {
				throw new IllegalArgumentException("'" + this.path + "' has the unknown field '" + name + "'");
			}
		}
		return this;
	}

	String text(String name) {
		String value = optional(name);
		if (value == null) {
			throw new IllegalArgumentException("'" + this.path + "' needs the field " + name);
		}
		return value;
	}

	@Nullable String optional(String name) {
		Object value = this.fields.get(name);
		return (value != null) ? value.toString() : null;
	}

	/** One value may stand for a list of one. */
	List<String> list(String name) {
		Object value = this.fields.get(name);
		if (value == null) {
			return List.of();
		}
		return (value instanceof List<?> values) ? values.stream().map(String::valueOf).toList()
				: List.of(value.toString());
	}

	Node child(String name) {
		return of(this.path + "." + name, this.fields.get(name));
	}

	List<Node> children() {
		return this.fields.keySet().stream().map((name) -> of(name, this.fields.get(name))).toList();
	}

	List<HeaderSpec> headers(String name) {
		Node child = child(name);
		return child.fields.entrySet()
			.stream()
			.map((entry) -> HeaderSpec.of(child.path, entry.getKey(), String.valueOf(entry.getValue())))
			.toList();
	}

}
