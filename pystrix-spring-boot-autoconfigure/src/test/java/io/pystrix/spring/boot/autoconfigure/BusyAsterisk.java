package io.pystrix.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;

/**
 * An Asterisk with two calls, one of which waits in a queue with three members.
 */
public final class BusyAsterisk {

	private BusyAsterisk() {
	}

	/**
	 * Makes one.
	 * @return an Asterisk that was started
	 */
	public static AmiSimulator start() {
		AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();
		asterisk.channels(() -> List.of(channel("1.1", "Ring"), channel("2.1", "Up")));
		queues(asterisk, "sales");
		return asterisk;
	}

	/**
	 * Says which queues there are.
	 * @param asterisk the Asterisk
	 * @param queues the names of the queues
	 */
	public static void queues(AmiSimulator asterisk, String... queues) {
		asterisk.on("QueueStatus", (request) -> {
			List<AmiFrame> items = new ArrayList<>();
			for (String queue : queues) {
				items.add(AmiFrame.event("QueueParams")
					.with("Queue", queue)
					.with("Completed", "7")
					.with("Abandoned", "3"));
				items.add(member(queue, "PJSIP/7", "1", "0"));
				items.add(member(queue, "PJSIP/8", "1", "1"));
				items.add(member(queue, "PJSIP/9", "2", "0"));
				items.add(AmiFrame.event("QueueEntry")
					.with("Queue", queue)
					.with("Position", "1")
					.with("Channel", "PJSIP/1.1")
					.with("Uniqueid", queue + ".1")
					.with("CallerIDNum", "4930123")
					.with("CallerIDName", "Somebody")
					.with("Wait", "90"));
			}
			return AmiAnswer.list("Queue status will follow", "QueueStatusComplete", items);
		});
	}

	private static AmiFrame channel(String uniqueid, String state) {
		return AmiFrame.event("CoreShowChannel")
			.with("Channel", "PJSIP/" + uniqueid)
			.with("ChannelState", state.equals("Up") ? "6" : "4")
			.with("ChannelStateDesc", state)
			.with("CallerIDNum", "4930123")
			.with("CallerIDName", "Somebody")
			.with("Uniqueid", uniqueid)
			.with("Linkedid", uniqueid);
	}

	private static AmiFrame member(String queue, String name, String status, String paused) {
		return AmiFrame.event("QueueMember")
			.with("Queue", queue)
			.with("Name", name)
			.with("Location", name)
			.with("Status", status)
			.with("Paused", paused);
	}

}
