package io.pystrix.ami;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pystrix.ami.internal.RequestEncoder;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.NamedAction;
import org.jspecify.annotations.Nullable;

/**
 * An event filter: a regular expression, or match criteria in the syntax of
 * {@code manager.conf}. What is valid here is what action_filter and manager_add_filter
 * of Asterisk's main/manager.c accept.
 *
 * @param criteria the criteria, {@code null} for a regular expression
 * @param text the regular expression, or the text that the criteria compare with, which
 * may be empty
 */
record EventFilter(@Nullable String criteria, String text) {

	/** The first release of each branch that has criteria, by main/manager.c. */
	static final String RELEASES_WITH_CRITERIA = "18.26, 20.11, 21.6, 22.1, 23.0 or certified-22.8";

	/** A line as in manager.conf: the word, criteria if there are any, and the text. */
	private static final Pattern CONFIGURATION = Pattern
		.compile("eventfilter\\s*(?:\\((.*?\\)\\s*)\\)\\s*)?(?:=>?\\s*(.*))?", Pattern.DOTALL);

	private static final String OPTION = "(action|name|header|method)\\(([^(), ]+)\\)";

	private static final Pattern OPTIONS = Pattern.compile(OPTION);

	private static final Pattern CRITERIA = Pattern.compile("\\s*" + OPTION + "(?:[, ]+" + OPTION + ")*\\s*");

	private static final Pattern SHORT = Pattern.compile("((?:action|name|header|method)\\([^=]*)(?:=>?\\s*(.*))?",
			Pattern.DOTALL);

	private static final Set<String> ACTIONS = Set.of("include", "exclude");

	private static final String NO_METHOD = "none";

	private static final Set<String> METHODS = Set.of("regex", "exact", "starts_with", "ends_with", "contains",
			NO_METHOD);

	/**
	 * Reads a filter.
	 * @throws IllegalArgumentException if Asterisk would not understand it
	 */
	static EventFilter parse(String filter) {
		RequestEncoder.checkValue("Filter", filter);
		boolean isConfiguration = filter.startsWith("eventfilter");
		Matcher parts = ((isConfiguration) ? CONFIGURATION : SHORT).matcher(filter);
		if (!parts.matches()) {
			if (isConfiguration) {
				throw invalid(filter, "expected eventfilter(criteria) = text");
			}
			return new EventFilter(null, filter);
		}
		String criteria = parts.group(1);
		String text = Objects.requireNonNullElse(parts.group(2), "");
		if (criteria == null) {
			if (text.isEmpty()) {
				throw invalid(filter, "a regular expression or criteria are required");
			}
			return new EventFilter(null, text);
		}
		check(filter, criteria, text);
		return new EventFilter(criteria.strip(), text);
	}

	private static void check(String filter, String criteria, String text) {
		if (!CRITERIA.matcher(criteria).matches()) {
			throw invalid(filter, "expected action(…), name(…), header(…) and method(…), separated by commas");
		}
		Map<String, String> options = new HashMap<>();
		Matcher option = OPTIONS.matcher(criteria);
		while (option.find()) {
			options.put(option.group(1), option.group(2));
		}
		if (!ACTIONS.contains(options.getOrDefault("action", "include"))) {
			throw invalid(filter, "the action must be include or exclude");
		}
		String method = options.getOrDefault("method", NO_METHOD);
		if (!METHODS.contains(method)) {
			throw invalid(filter, "the method must be regex, exact, starts_with, ends_with, contains or none");
		}
		if (text.isEmpty() != method.equals(NO_METHOD)) {
			throw invalid(filter, "a method and a text to compare with belong together");
		}
		if (text.isEmpty() && !options.containsKey("name") && !options.containsKey("header")) {
			throw invalid(filter, "a name, a header, or a method with a text is required");
		}
	}

	private static IllegalArgumentException invalid(String filter, String reason) {
		return new IllegalArgumentException("Invalid event filter '%s': %s".formatted(filter, reason));
	}

	/** The action that adds it. */
	AmiAction<?> toAction() {
		NamedAction add = AmiAction.named("Filter").with("Operation", "Add");
		return ((this.criteria != null) ? add.with("MatchCriteria", this.criteria) : add).with("Filter", this.text);
	}

	/**
	 * The action that asks whether Asterisk knows criteria. A release that does not
	 * ignores the header and adds the filter as a regular expression, which would hold
	 * back almost all events. This text is no regular expression, so such a release
	 * refuses it and adds nothing; others add a filter that excludes an event that does
	 * not exist.
	 */
	static AmiAction<?> probe() {
		return new EventFilter("action(exclude),name(PystrixProbe),method(exact)", "[").toAction();
	}

}
