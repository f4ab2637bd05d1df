package io.pystrix.test.pbx;

import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code Getvar} and {@code Setvar} for channels. Global variables are those of
 * the AMI server.
 */
final class VariableActions {

	private final Channels channels;

	VariableActions(Channels channels) {
		this.channels = channels;
	}

	void addTo(Actions actions) {
		actions.add("Getvar", this::get);
		actions.add("Setvar", (request) -> set(actions, request));
	}

	private @Nullable AmiAnswer get(AmiRequest request) {
		String name = Actions.require(request, "Variable", "No variable specified");
		if (request.get("Channel", "").isEmpty()) {
			return null;
		}
		Channel channel = find(request);
		AgiCall script = channel.script;
		String value = (script != null) ? script.variable(name) : channel.variables.get(name);
		return AmiAnswer
			.of(AmiFrame.response("Success").with("Variable", name).with("Value", (value != null) ? value : ""));
	}

	private @Nullable AmiAnswer set(Actions actions, AmiRequest request) {
		String name = Actions.require(request, "Variable", "No variable specified");
		if (request.get("Channel", "").isEmpty()) {
			return null;
		}
		Channel channel = find(request);
		String value = request.get("Value", "");
		channel.variables.put(name, value);
		AgiCall script = channel.script;
		if (script != null) {
			script.variable(name, value);
		}
		return actions.success("Variable Set", () -> this.channels.variable(channel, name, value));
	}

	private Channel find(AmiRequest request) {
		return Actions.require(this.channels.find(request.get("Channel", "")), () -> "No such channel");
	}

}
