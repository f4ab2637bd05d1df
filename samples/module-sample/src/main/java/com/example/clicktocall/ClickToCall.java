package com.example.clicktocall;

import java.util.Map;

import io.pystrix.ami.Manager;
import io.pystrix.ami.control.Call;
import io.pystrix.ami.control.CallOutcome;
import io.pystrix.ami.control.Calls;
import io.pystrix.ami.control.DialRequest;
import io.pystrix.ami.event.NewchannelEvent;
import io.pystrix.ami.live.AsteriskState;

/**
 * Calls a phone, plays a message when it is answered, and ends with the call:
 * {@code ClickToCall PJSIP/100}.
 */
public final class ClickToCall {

	private ClickToCall() {
	}

	public static void main(String[] args) {
		Map<String, String> environment = System.getenv();
		try (Manager manager = Manager.builder()
			.host(environment.getOrDefault("ASTERISK_AMI_HOST", "127.0.0.1"))
			.port(Integer.parseInt(environment.getOrDefault("ASTERISK_AMI_PORT", "5038")))
			.credentials(environment.getOrDefault("ASTERISK_AMI_USERNAME", "admin"),
					environment.getOrDefault("ASTERISK_AMI_PASSWORD", "wordpass"))
			.build();
				AsteriskState state = new AsteriskState(manager);
				Calls calls = new Calls(manager, state)) {
			manager.registerCallback(NewchannelEvent.class,
					(event, m) -> System.out.println("New channel " + event.channel()));
			manager.connect();
			Call call = calls.dial(DialRequest.to(args[0]).running("Playback", "demo-thanks"));
			call.onAnswered((c) -> System.out.println("Answered"));
			CallOutcome outcome = call.ended().join();
			System.out.println("Ended: " + outcome.result());
		}
	}

}
