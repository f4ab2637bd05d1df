package io.pystrix.test.pbx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pystrix.test.ami.AmiRequest;
import org.jspecify.annotations.Nullable;

/**
 * An {@code Originate} that Asterisk would take.
 *
 * @param actionId the action's id, or {@code null}
 * @param async whether the outcome is told by an event
 * @param channel the channel as requested
 * @param context the context to go to, or {@code null} for an application
 * @param extension the extension to go to
 * @param priority the priority to go to
 * @param application the application to run, or {@code null} for an extension
 * @param data the application's data
 * @param timeout how long it may ring, in milliseconds
 * @param callerId who calls
 * @param account the channels' account code
 * @param channelId the wanted unique id of the first channel, or {@code null}
 * @param otherChannelId the wanted unique id of the second, or {@code null}
 * @param variables the channels' variables, in the order of the request
 */
record Origination(@Nullable String actionId, boolean async, String channel, @Nullable String context, String extension,
		int priority, @Nullable String application, String data, int timeout, CallerId callerId, String account,
		@Nullable String channelId, @Nullable String otherChannelId, Map<String, String> variables) {

	private static final int MAX_UNIQUEID = 149;

	private static final Pattern ASSIGNMENT = Pattern.compile("((?:[^,\\\\\"]|\\\\.|\"[^\"]*\")+)");

	/**
	 * Check a request as Asterisk does before it says that the call is queued.
	 * @throws IllegalArgumentException with Asterisk's message
	 */
	static Origination parse(AmiRequest request, Dialplan dialplan, boolean async) {
		String channel = request.get("Channel", "");
		require(!channel.isEmpty(), "Channel not specified");
		String priority = request.get("Priority", "");
		require(priority.isEmpty() || priority.matches("\\d+"), "Invalid priority");
		require(request.get("Timeout", "0").matches("-?\\d+"), "Invalid timeout");
		require(channel.indexOf('/') > 0, "Invalid channel");
		String channelId = request.get("ChannelId");
		String otherId = request.get("OtherChannelId");
		require(length(channelId) <= MAX_UNIQUEID && length(otherId) <= MAX_UNIQUEID,
				"Uniqueid length exceeds maximum of 149\n");
		String extension = request.get("Exten", "");
		String context = request.get("Context");
		if (!priority.isEmpty()) {
			require(dialplan.exists(new Position((context != null) ? context : "", extension, number(priority, 1))),
					"Extension does not exist.");
		}
		String application = request.get("Application");
		boolean target = application != null || (context != null && !extension.isEmpty() && !priority.isEmpty());
		require(async || target, "Originate with 'Exten' requires 'Context' and 'Priority'");
		int timeout = number(request.get("Timeout", ""), 30_000);
		return new Origination(request.actionId(), async, channel, context, extension, number(priority, 1), application,
				request.get("Data", ""), (timeout > 0) ? timeout : 30_000, CallerId.parse(request.get("CallerID", "")),
				request.get("Account", ""), channelId, otherId, variables(request));
	}

	private static int number(String text, int fallback) {
		return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : fallback;
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

	private static Map<String, String> variables(AmiRequest request) {
		Map<String, String> variables = new LinkedHashMap<>();
		for (String header : request.getAll("Variable")) {
			Matcher matcher = ASSIGNMENT.matcher(header);
			while (matcher.find()) {
				String assignment = matcher.group(1).replaceAll("\\\\(.)|[\\\\\"]", "$1");
				int equals = assignment.indexOf('=');
				if (equals > 0) {
					variables.put(assignment.substring(0, equals).strip(), assignment.substring(equals + 1));
				}
			}
		}
		return variables;
	}

}
