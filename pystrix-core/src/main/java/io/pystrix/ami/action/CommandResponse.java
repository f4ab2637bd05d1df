package io.pystrix.ami.action;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiResponse;

/**
 * The answer to a {@link CommandAction}. A command that the command line refuses is an
 * error, whose response has the output too.
 *
 * @since 0.1.0
 */
public final class CommandResponse extends AmiResponse {

	private static final String END = "--END COMMAND--";

	private static final Pattern HEADERS = Pattern.compile("((Response|Privilege|ActionID): [^\\r\\n]*\\r\\n)+");

	public CommandResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * What the command has printed. It comes as headers, up to Asterisk 13 as raw text.
	 * @return the lines in order; empty if it printed nothing
	 */
	public List<String> output() {
		return "Follows".equalsIgnoreCase(response()) ? rawLines() : getAll("Output");
	}

	/** The text is what stands between the headers and the marker of its end. */
	private List<String> rawLines() {
		String message = headers().toList().stream().map(CommandResponse::line).collect(Collectors.joining("\r\n"));
		int end = message.lastIndexOf(END);
		String text = (end < 0) ? message : message.substring(0, end);
		Matcher headers = HEADERS.matcher(text);
		text = headers.lookingAt() ? text.substring(headers.end()) : text;
		return text.isEmpty() ? List.of() : List.of(text.stripTrailing().split("\\R", -1));
	}

	private static String line(AmiHeader header) {
		return header.name().isEmpty() ? header.value() : header.name() + ": " + header.value();
	}

}
