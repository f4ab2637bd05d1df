package io.pystrix.test.ami;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pystrix.test.release.AsteriskRelease;
import io.pystrix.test.release.Habit;

/**
 * A filter that a session added: a regular expression over the whole event, or the newer
 * form that names the event, a header and how to compare.
 *
 * @param exclude whether what matches is kept back rather than let through
 * @param test what it matches
 */
record EventFilter(boolean exclude, Predicate<AmiFrame> test) {

	private static final Pattern CRITERION = Pattern.compile("\\s*(action|name|header|method)\\(([^)]*)\\)\\s*(?:,|$)");

	/**
	 * Understand a {@code Filter} action.
	 * @param request the action
	 * @param release the release that is played; older ones ignore {@code MatchCriteria}
	 * @return the filter
	 * @throws IllegalArgumentException if Asterisk would refuse it
	 */
	static EventFilter parse(AmiRequest request, AsteriskRelease release) {
		String pattern = request.get("Filter", "");
		String criteria = release.has(Habit.AMI_MATCH_CRITERIA) ? request.get("MatchCriteria") : null;
		if (criteria == null || criteria.isEmpty()) {
			boolean exclude = pattern.startsWith("!");
			Pattern compiled = Pattern.compile(exclude ? pattern.substring(1) : pattern);
			return new EventFilter(exclude, (event) -> compiled.matcher(event.toString()).find());
		}
		String action = "include";
		String name = "";
		String header = "";
		String method = "regex";
		Matcher matcher = CRITERION.matcher(criteria);
		while (matcher.lookingAt()) {
			String value = matcher.group(2);
			switch (matcher.group(1)) {
				case "action" -> action = value;
				case "name" -> name = value;
				case "header" -> header = value;
				default -> method = value;
			}
			matcher.region(matcher.end(), criteria.length());
		}
		if (matcher.regionStart() != criteria.length()) {
			throw new IllegalArgumentException("Unknown criterion in '" + criteria + "'");
		}
		String wanted = name;
		Predicate<AmiFrame> named = (event) -> wanted.isEmpty() || wanted.equals(event.name());
		return new EventFilter(action.equals("exclude"),
				named.and(content(header, pattern.isEmpty() ? "none" : method, pattern)));
	}

	private static Predicate<AmiFrame> content(String header, String method, String pattern) {
		Predicate<String> text = switch (method) {
			case "none" -> (value) -> true;
			case "exact" -> pattern::equals;
			case "starts_with" -> (value) -> value.startsWith(pattern);
			case "ends_with" -> (value) -> value.endsWith(pattern);
			case "contains" -> (value) -> value.contains(pattern);
			case "regex" -> Pattern.compile(pattern).asPredicate();
			default -> throw new IllegalArgumentException("Unknown method '" + method + "'");
		};
		if (header.isEmpty()) {
			return (event) -> text.test(event.toString());
		}
		return (event) -> event.headers().stream().anyMatch((h) -> h.name().equals(header) && text.test(h.value()));
	}

	static boolean passes(List<EventFilter> filters, AmiFrame event) {
		boolean includes = filters.stream().anyMatch((filter) -> !filter.exclude());
		boolean included = !includes
				|| filters.stream().anyMatch((filter) -> !filter.exclude() && filter.test().test(event));
		return included && filters.stream().noneMatch((filter) -> filter.exclude() && filter.test().test(event));
	}

}
