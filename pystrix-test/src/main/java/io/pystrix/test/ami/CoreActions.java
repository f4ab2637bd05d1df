package io.pystrix.test.ami;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.pystrix.test.release.AsteriskRelease;
import io.pystrix.test.release.Habit;

/**
 * The actions by which a client asks what Asterisk it talks to.
 */
final class CoreActions {

	/** command_blacklist in main/manager.c, all releases. */
	private static final List<String> BLACKLIST = List.of("module load", "module unload", "restart gracefully");

	private final Instant started;

	private final AsteriskRelease release;

	private volatile Supplier<List<AmiFrame>> channels = List::of;

	CoreActions(Instant started, AsteriskRelease release) {
		this.started = started;
		this.release = release;
	}

	void addTo(BiConsumer<String, Function<AmiRequest, AmiAnswer>> actions) {
		actions.accept("CoreSettings", (request) -> settings());
		actions.accept("CoreStatus", (request) -> status());
		actions.accept("CoreShowChannels",
				(request) -> AmiAnswer.list("Channels will follow", "CoreShowChannelsComplete", this.channels.get()));
		actions.accept("Command", this::command);
	}

	void channels(Supplier<List<AmiFrame>> channels) {
		this.channels = channels;
	}

	/**
	 * Tell whether a request runs a command, however its words are written.
	 */
	static boolean isCommand(AmiRequest request, String command) {
		return words(request.get("Command", "")).equals(words(command));
	}

	private static String words(String command) {
		return command.trim().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

	private AmiAnswer settings() {
		AmiFrame response = AmiFrame.response("Success")
			.with("AMIversion", this.release.amiVersion())
			.with("AsteriskVersion", this.release.version())
			.with("SystemName", "")
			.with("CoreMaxCalls", 0)
			.with("CoreMaxLoadAvg", "0.000000")
			.with("CoreRunUser", "")
			.with("CoreRunGroup", "")
			.with("CoreMaxFilehandles", 0)
			.with("CoreRealTimeEnabled", "No")
			.with("CoreCDRenabled", "Yes")
			.with("CoreHTTPenabled", "No");
		return AmiAnswer.of(this.release.has(Habit.AMI_CORE_SETTINGS_SOUNDS)
				? response.with("SoundsSearchCustomDir", "No") : response);
	}

	private AmiAnswer status() {
		LocalDateTime since = LocalDateTime.ofInstant(this.started, ZoneId.systemDefault());
		String date = since.toLocalDate().toString();
		String time = since.format(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT));
		int calls = this.channels.get().size();
		AmiFrame response = AmiFrame.response("Success")
			.with("CoreStartupDate", date)
			.with("CoreStartupTime", time)
			.with("CoreReloadDate", date)
			.with("CoreReloadTime", time)
			.with("CoreCurrentCalls", calls);
		return AmiAnswer.of(this.release.has(Habit.AMI_CORE_STATUS_PROCESSED_CALLS)
				? response.with("CoreProcessedCalls", calls) : response);
	}

	private AmiAnswer command(AmiRequest request) {
		String command = request.get("Command", "");
		if (command.isEmpty()) {
			return AmiAnswer.error("No command provided");
		}
		String words = words(command);
		if (BLACKLIST.stream().anyMatch(words::startsWith)) {
			return AmiAnswer.error("Command blacklisted");
		}
		return switch (words) {
			case "core show version" ->
				AmiAnswer.output("Asterisk " + this.release.version() + " built by the simulator");
			case "core show uptime" -> uptime();
			default -> unknown(command);
		};
	}

	private AmiAnswer uptime() {
		long seconds = Duration.between(this.started, Instant.now()).toSeconds();
		return AmiAnswer.output("System uptime: " + seconds + " seconds", "Last reload: " + seconds + " seconds");
	}

	private static AmiAnswer unknown(String command) {
		String firstTwo = command.replaceFirst("^(\\S+\\s+\\S+).*", "$1");
		return AmiAnswer.of(AmiFrame.response("Error")
			.with("Message", AmiAnswer.OUTPUT_FOLLOWS)
			.with("Output", "No such command '" + command + "' (type 'core show help " + firstTwo
					+ "' for other possible commands)"));
	}

}
