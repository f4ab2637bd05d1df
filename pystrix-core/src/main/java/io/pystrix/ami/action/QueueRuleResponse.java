package io.pystrix.ami.action;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiResponse;

/**
 * The answer to a {@link QueueRuleAction}.
 *
 * @since 0.1.0
 */
public final class QueueRuleResponse extends AmiResponse {

	public QueueRuleResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * The rules and what they say.
	 * @return each rule by its name, with its lines in order
	 */
	public Map<String, List<String>> rules() {
		Map<String, List<String>> rules = new LinkedHashMap<>();
		List<String> lines = new ArrayList<>();
		for (AmiHeader header : headers()) {
			if (header.name().equalsIgnoreCase("RuleList")) {
				lines = rules.computeIfAbsent(header.value(), (name) -> new ArrayList<>());
			}
			else if (header.name().equalsIgnoreCase("Rule")) {
				lines.add(header.value());
			}
		}
		rules.replaceAll((name, value) -> List.copyOf(value));
		return Collections.unmodifiableMap(rules);
	}

}
