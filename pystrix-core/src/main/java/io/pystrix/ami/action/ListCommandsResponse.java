package io.pystrix.ami.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiResponse;

/**
 * The answer to a {@link ListCommandsAction}.
 *
 * @since 0.1.0
 */
public final class ListCommandsResponse extends AmiResponse {

	private static final Set<String> OTHERS = Set.of("Response", "ActionID", "Message");

	public ListCommandsResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * The actions that there are. Which of them the user may use, Asterisk tells in the
	 * texts.
	 * @return the names, each with what Asterisk says of it
	 */
	public Map<String, String> commands() {
		Map<String, String> commands = new LinkedHashMap<>();
		for (AmiHeader header : headers()) {
			if (!OTHERS.contains(header.name())) {
				commands.put(header.name(), header.value());
			}
		}
		return Collections.unmodifiableMap(commands);
	}

}
