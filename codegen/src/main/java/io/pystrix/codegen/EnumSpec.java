package io.pystrix.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * An enumeration of words that Asterisk uses in headers.
 *
 * @param name the name of the class
 * @param summary a sentence on what it tells
 * @param sent whether it is for actions, so that there is no unknown word
 * @param constants the constants
 */
record EnumSpec(String name, String summary, boolean sent, List<Constant> constants) {

	static EnumSpec of(Node node) {
		node.only("summary", "sent", "values");
		Node values = node.child("values");
		List<Constant> constants = new ArrayList<>();
		values.fields().keySet().forEach((name) -> constants.add(new Constant(name, values.list(name))));
		return new EnumSpec(node.path(), node.text("summary"), Boolean.parseBoolean(node.optional("sent")), constants);
	}

	/**
	 * A constant.
	 *
	 * @param name the name in Java
	 * @param words its spellings on the wire, the one that is sent first
	 */
	record Constant(String name, List<String> words) {

	}

}
