package io.pystrix.demo.calls;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.NewchannelEvent;
import io.pystrix.ami.event.NewstateEvent;
import io.pystrix.spring.ami.AmiConnectedEvent;
import io.pystrix.spring.ami.AmiEventListener;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Follows the channels of the calls in the log.
 */
@Component
class CallEvents {

	private final CallLog calls;

	CallEvents(CallLog calls) {
		this.calls = calls;
	}

	@AmiEventListener
	void created(NewchannelEvent event) {
		this.calls.update(event.uniqueid(), (call) -> call.channel(event.channel()));
	}

	@AmiEventListener
	void changed(NewstateEvent event) {
		if ("Ringing".equals(event.channelStateDesc())) {
			this.calls.update(event.uniqueid(), (call) -> call.reached(CallState.RINGING));
		}
		else if ("Up".equals(event.channelStateDesc())) {
			this.calls.update(event.uniqueid(), (call) -> call.reached(CallState.ANSWERED));
		}
	}

	@AmiEventListener
	void hungUp(HangupEvent event) {
		String text = event.causeTxt();
		HangupCause cause = new HangupCause(event.cause().orElse(0), (text != null) ? text : "Unknown");
		this.calls.update(event.uniqueid(), (call) -> call.ended(cause));
	}

	/**
	 * Looks, after each login, for calls whose end nobody could tell because there was no
	 * connection. Calls that are younger than the connection are told.
	 * @param event tells that there is one
	 */
	@EventListener
	void connected(AmiConnectedEvent event) {
		Instant connected = event.manager().status().since();
		Set<String> living = event.manager()
			.sendAction(new CoreShowChannelsAction())
			.stream()
			.map((channel) -> String.valueOf(channel.snapshot().uniqueid()))
			.collect(Collectors.toSet());
		this.calls.list()
			.stream()
			.filter((call) -> call.startedAt().isBefore(connected) && !living.contains(call.id()))
			.filter((call) -> !call.state().isOver())
			.forEach((call) -> this.calls.update(call.id(), (lost) -> lost.ended(null)));
	}

}
