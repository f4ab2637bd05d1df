package io.pystrix.demo.ivr.callback;

import java.util.ArrayList;
import java.util.List;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;

/**
 * A queue as Asterisk lists it.
 */
final class SimulatedQueue {

	private SimulatedQueue() {
	}

	/**
	 * Has a simulator list one queue.
	 * @param ami the simulator
	 * @param callers how many wait
	 * @param holdTime how long they do on average, in seconds
	 * @param members the states of the members' devices, as Asterisk numbers them
	 */
	static void in(AmiSimulator ami, int callers, int holdTime, int... members) {
		List<AmiFrame> items = new ArrayList<>();
		items.add(AmiFrame.event("QueueParams")
			.with("Queue", "support")
			.with("Calls", String.valueOf(callers))
			.with("Holdtime", String.valueOf(holdTime)));
		for (int state : members) {
			items.add(AmiFrame.event("QueueMember")
				.with("Queue", "support")
				.with("Location", "PJSIP/" + items.size())
				.with("Status", String.valueOf(state))
				.with("Paused", "0"));
		}
		ami.on("QueueStatus", (request) -> AmiAnswer.list("Queue status will follow", "QueueStatusComplete", items));
	}

}
