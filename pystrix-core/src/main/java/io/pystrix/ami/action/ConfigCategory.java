package io.pystrix.ami.action;

import java.util.ArrayList;
import java.util.List;

/**
 * A category of a configuration file.
 *
 * @param name the name
 * @param isTemplate whether it is a template
 * @param templates the templates that it inherits from
 * @param lines its lines in order
 * @since 0.1.0
 */
public record ConfigCategory(String name, boolean isTemplate, List<String> templates, List<Line> lines) {

	static final ConfigCategory EMPTY = new ConfigCategory("", false, List.of(), List.of());

	/**
	 * Returns all values of an option.
	 * @param option the name of the option
	 * @return the values in order; empty if the category does not have it
	 */
	public List<String> values(String option) {
		return this.lines.stream().filter((line) -> line.name().equals(option)).map(Line::value).toList();
	}

	/** What Asterisk tells of a category piece by piece. */
	ConfigCategory with(String kind, String value) {
		return switch (kind) {
			case "Category" -> new ConfigCategory(value, this.isTemplate, this.templates, this.lines);
			case "IsTemplate" -> new ConfigCategory(this.name, value.equals("1"), this.templates, this.lines);
			case "Templates" -> new ConfigCategory(this.name, this.isTemplate, List.of(value.split(",")), this.lines);
			default -> {
				List<Line> lines = new ArrayList<>(this.lines);
				lines.add(Line.of(value));
				yield new ConfigCategory(this.name, this.isTemplate, this.templates, List.copyOf(lines));
			}
		};
	}

	/**
	 * A line of a category.
	 *
	 * @param name the name of the option
	 * @param value its value
	 * @since 0.1.0
	 */
	public record Line(String name, String value) {

		static Line of(String text) {
			int equals = text.indexOf('=');
			return (equals < 0) ? new Line(text, "") : new Line(text.substring(0, equals), text.substring(equals + 1));
		}

	}

}
