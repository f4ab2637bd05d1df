package io.pystrix.test.pbx;

import java.util.Arrays;
import java.util.List;

/**
 * A message as it came over the wire.
 */
record TracedEvent(List<String> lines) {

	static List<TracedEvent> parse(String raw) {
		return Arrays.stream(raw.split("\r\n\r\n"))
			.map((message) -> new TracedEvent(List.of(message.split("\r\n"))))
			.toList();
	}

	String name() {
		return get("Event");
	}

	String get(String header) {
		return this.lines.stream()
			.filter((line) -> line.startsWith(header + ": ") || line.equals(header + ":"))
			.map((line) -> line.substring(header.length() + 1).strip())
			.findFirst()
			.orElse("");
	}

	boolean has(String header) {
		return this.lines.stream().anyMatch((line) -> line.startsWith(header + ":"));
	}

	boolean matches(String event, String... headers) {
		return name().equals(event) && Arrays.stream(headers).allMatch((wanted) -> this.lines.contains(wanted));
	}

	List<String> headerNames() {
		return this.lines.stream().map((line) -> line.substring(0, Math.max(0, line.indexOf(':')))).toList();
	}

	String raw() {
		return String.join("\r\n", this.lines) + "\r\n\r\n";
	}

}
