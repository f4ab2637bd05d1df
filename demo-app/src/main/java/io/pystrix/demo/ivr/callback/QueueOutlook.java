package io.pystrix.demo.ivr.callback;

import java.time.Duration;

import io.pystrix.agi.prompt.Announcement;

/**
 * What a caller may expect of a queue.
 *
 * @param callers how many wait
 * @param holdTime how long callers wait on average, zero if nobody has yet
 * @param freeAgents how many agents could take a call now
 */
record QueueOutlook(int callers, Duration holdTime, int freeAgents) {

	/**
	 * Says where the next caller stands, and how long that takes if it is a minute or
	 * more.
	 */
	Announcement announcement() {
		Announcement place = (this.callers == 0) ? Announcement.of("queue-youarenext")
				: Announcement.of("queue-thereare").number(this.callers + 1).file("queue-callswaiting");
		int minutes = (int) this.holdTime.plusSeconds(30).toMinutes();
		return (minutes == 0) ? place
				: place.file("queue-holdtime").number(minutes).file((minutes == 1) ? "queue-minute" : "queue-minutes");
	}

	/**
	 * Returns how many agents are left when those who wait are served.
	 */
	int spareAgents() {
		return Math.max(0, this.freeAgents - this.callers);
	}

}
