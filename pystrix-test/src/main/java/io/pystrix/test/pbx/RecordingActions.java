package io.pystrix.test.pbx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;

/**
 * Answers the actions that record and mute a channel. Nothing is written to a file.
 */
final class RecordingActions {

	private static final Pattern ID_VARIABLE = Pattern.compile("i\\(([^)]*)\\)");

	private final Channels channels;

	private final Monitor monitor;

	private final Events events;

	private int recordings;

	RecordingActions(Monitor monitor, Channels channels, Events events) {
		this.monitor = monitor;
		this.channels = channels;
		this.events = events;
	}

	void addTo(Actions actions) {
		actions.add("MixMonitor", this::record);
		actions.add("StopMixMonitor", this::stop);
		actions.add("MixMonitorMute", this::mute);
		actions.add("MuteAudio", this::muteAudio);
	}

	private Channel channel(AmiRequest request) {
		String name = Actions.require(request, "Channel", "No channel specified");
		return Actions.require(this.channels.find(name), () -> "No such channel");
	}

	private AmiAnswer record(AmiRequest request) {
		Channel channel = channel(request);
		String id = String.format("0x%012x", 0x7f0000000000L + 0x40 * ++this.recordings);
		Matcher variable = ID_VARIABLE.matcher(request.get("Options", ""));
		boolean told = variable.find();
		return AmiAnswer.of(AmiFrame.response("Success").with("MixMonitorID", id)).then(() -> this.monitor.run(() -> {
			channel.recordings.add(id);
			this.channels.variable(channel, "MIXMONITOR_FILENAME", request.get("File", ""));
			if (told) {
				this.channels.variable(channel, variable.group(1), id);
			}
			this.events.raise(Events.event("MixMonitorStart", "call", channel));
		}));
	}

	private AmiAnswer stop(AmiRequest request) {
		Channel channel = channel(request);
		String id = request.get("MixMonitorID", "");
		String wanted = id.isEmpty() ? channel.recordings.stream().reduce("", (older, newer) -> newer) : id;
		if (!channel.recordings.remove(wanted)) {
			return AmiAnswer.error("Could not stop monitoring channel");
		}
		return AmiAnswer.of(AmiFrame.response("Success"))
			.then(() -> this.monitor.run(() -> this.events.raise(Events.event("MixMonitorStop", "call", channel))));
	}

	private AmiAnswer mute(AmiRequest request) {
		String direction = request.get("Direction", "");
		if (!direction.matches("read|write|both")) {
			return AmiAnswer.error("No direction specified. Must be read, write or both");
		}
		String state = Actions.require(request, "State", "No state specified");
		Channel channel = channel(request);
		if (channel.recordings.isEmpty()) {
			return AmiAnswer.error("Cannot set mute flag");
		}
		return AmiAnswer.of(AmiFrame.response("Success"))
			.then(() -> this.monitor.run(() -> this.events.raise(Events.event("MixMonitorMute", "call", channel)
				.with("Direction", direction)
				.with("State", Actions.isTrue(state) ? 1 : 0))));
	}

	private AmiAnswer muteAudio(AmiRequest request) {
		String name = Actions.require(request, "Channel", "Channel not specified");
		Actions.require(this.channels.find(name), () -> "No such channel");
		return AmiAnswer.of(AmiFrame.response("Success"));
	}

}
