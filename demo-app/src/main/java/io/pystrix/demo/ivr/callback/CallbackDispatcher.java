package io.pystrix.demo.ivr.callback;

import io.pystrix.ami.event.QueueMemberStatusEvent;
import io.pystrix.spring.ami.AmiEventListener;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has callers called back when an agent may be free, and when it is time for another
 * attempt.
 */
@Component
@EnableScheduling
class CallbackDispatcher {

	private final CallbackService callbacks;

	CallbackDispatcher(CallbackService callbacks) {
		this.callbacks = callbacks;
	}

	@AmiEventListener
	void agentChanged(QueueMemberStatusEvent event) {
		this.callbacks.callDue();
	}

	@Scheduled(fixedDelayString = "${demo.callback.interval:30s}", initialDelayString = "${demo.callback.interval:30s}")
	void timePassed() {
		this.callbacks.callDue();
	}

}
