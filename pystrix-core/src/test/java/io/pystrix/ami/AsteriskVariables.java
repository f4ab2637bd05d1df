package io.pystrix.ami;

import java.util.ArrayList;
import java.util.List;

import io.pystrix.ami.message.AmiAction;

/**
 * How Asterisk reads the variables of an action: it splits the header at commas that are
 * neither in quotes nor behind a backslash, and takes these signs away:
 * man_do_variable_value in main/manager.c and __ast_app_separate_args in main/app.c, from
 * 13 to 23.
 */
public final class AsteriskVariables {

	private AsteriskVariables() {
	}

	public static List<String> of(AmiAction<?> action) {
		List<String> variables = new ArrayList<>();
		action.headers()
			.stream()
			.filter((header) -> header.name().equals("Variable"))
			.forEach((header) -> split(header.value(), variables));
		return variables;
	}

	private static void split(String value, List<String> variables) {
		StringBuilder word = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '\\' && i + 1 < value.length()) {
				word.append(value.charAt(++i));
			}
			else if (c == '"') {
				quoted = !quoted;
			}
			else if (c == ',' && !quoted) {
				variables.add(word.toString());
				word.setLength(0);
			}
			else {
				word.append(c);
			}
		}
		variables.add(word.toString());
	}

}
