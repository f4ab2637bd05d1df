package io.pystrix.integration;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.pystrix.ami.Manager;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.SetvarAction;
import io.pystrix.ami.event.UserEventEvent;
import io.pystrix.ami.event.VarSetEvent;

/**
 * Calls of the dialplan's AGI extensions, and what the dialplan says when they are over.
 */
final class AgiCalls {

	private final Manager manager;

	private final Map<String, CompletableFuture<Ended>> calls = new ConcurrentHashMap<>();

	AgiCalls(Manager manager) {
		this.manager = manager;
		manager.registerCallback(UserEventEvent.class, (event, m) -> {
			CompletableFuture<Ended> call = this.calls.get(String.valueOf(event.get("Uniqueid")));
			if (call != null && "AgiDone".equals(event.get("UserEvent"))) {
				call.complete(new Ended(event.get("AgiStatus"), event.get("ScriptStatus"), event.get("Told")));
			}
		});
		// A channel that is hung up gets no further in the dialplan
		manager.registerCallback(VarSetEvent.class, (event, m) -> {
			CompletableFuture<Ended> call = this.calls.get(event.uniqueid());
			if (call != null && event.variable().equals("AGISTATUS") && event.value().equals("HANGUP")) {
				call.complete(new Ended("HANGUP", "", ""));
			}
		});
	}

	/** The server that extensions with a path call from now on. */
	void fastAgiAt(int port) {
		this.manager.sendAction(new SetvarAction("FASTAGI", "127.0.0.1:" + port));
	}

	/** Calls an extension of the dialplan, as a caller who is silent for ten minutes. */
	CompletableFuture<Ended> call(String exten, Map<String, String> variables) {
		String channelId = UUID.randomUUID().toString();
		CompletableFuture<Ended> ended = new CompletableFuture<>();
		this.calls.put(channelId, ended);
		OriginateAction call = new OriginateAction("Local/wait-600@default").context("default")
			.exten(exten)
			.priority("1")
			.channelId(channelId);
		for (Map.Entry<String, String> variable : variables.entrySet()) {
			call = call.variable(variable.getKey(), variable.getValue());
		}
		this.manager.originate(call);
		return ended;
	}

	CompletableFuture<Ended> call(String exten) {
		return call(exten, Map.of());
	}

	/**
	 * What the dialplan says.
	 *
	 * @param status the variable {@code AGISTATUS}
	 * @param scriptStatus the variable {@code AGI_SCRIPT_STATUS}
	 * @param told the variable {@code TOLD}
	 */
	record Ended(String status, String scriptStatus, String told) {

	}

}
