package io.pystrix.codegen;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An action.
 *
 * @param name the name
 * @param summary a sentence on what it does
 * @param privileges the classes of which a user needs one to send it; empty for none
 * @param releases the releases that have it
 * @param parameters its headers
 * @param items the events that its list is made of; empty if it has none
 * @param complete the event that ends the list
 * @param empty how the message starts that Asterisk answers with instead of an empty list
 * @param answer the one event that follows its response
 * @param outcome the event that tells its outcome
 * @param matched the headers that the action has in common with its outcome
 * @param response the class of its response, {@code null} for the generic one
 */
record ActionSpec(String name, String summary, List<String> privileges, Releases releases, List<HeaderSpec> parameters,
		List<String> items, @Nullable String complete, @Nullable String empty, @Nullable String answer,
		@Nullable String outcome, List<String> matched, @Nullable String response) {

	static ActionSpec of(Node node) {
		node.only("summary", "privileges", "since", "until", "parameters", "items", "complete", "empty", "answer",
				"outcome", "matched", "response");
		return new ActionSpec(node.path(), node.text("summary"), node.list("privileges"), Releases.of(node),
				node.headers("parameters"), node.list("items"), node.optional("complete"), node.optional("empty"),
				node.optional("answer"), node.optional("outcome"), node.list("matched"), node.optional("response"));
	}

	/** Whether events follow its response, with its ActionID. */
	boolean isList() {
		return this.complete != null || this.answer != null;
	}

	List<HeaderSpec> required() {
		return this.parameters.stream().filter(HeaderSpec::required).toList();
	}

	List<HeaderSpec> optional() {
		return this.parameters.stream().filter((parameter) -> !parameter.required()).toList();
	}

}
