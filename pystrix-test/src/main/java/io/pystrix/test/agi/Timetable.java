package io.pystrix.test.agi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a caller does at certain times of the call, whatever the script does then. Not
 * thread-safe.
 */
final class Timetable {

	private final List<Entry> entries = new ArrayList<>();

	private final List<Press> atAnswer = new ArrayList<>();

	private final double speed;

	Timetable(CallSettings settings) {
		this.speed = settings.speed();
		for (Press press : settings.presses()) {
			if (press.trigger() == Press.Trigger.START) {
				add(press);
			}
			else if (press.trigger() == Press.Trigger.ANSWER) {
				this.atAnswer.add(press);
			}
		}
		if (settings.answered()) {
			answered();
		}
	}

	private void add(Press press) {
		this.entries.add(new Entry(press, System.nanoTime() + (long) (press.after().toNanos() / this.speed)));
		this.entries.sort(Comparator.comparingLong(Entry::due));
	}

	/**
	 * The channel is up.
	 */
	void answered() {
		this.atAnswer.forEach(this::add);
		this.atAnswer.clear();
	}

	/**
	 * Take what is due by now.
	 * @param commandStart when the running command began, as {@link System#nanoTime()}
	 * @return what is due, each with its time since then in the call's own time
	 */
	List<Press> due(long commandStart) {
		List<Press> due = new ArrayList<>();
		while (!this.entries.isEmpty() && untilNext() <= 0) {
			Entry entry = this.entries.remove(0);
			long nanos = (long) ((entry.due() - commandStart) * this.speed);
			due.add(entry.press().at(Duration.ofNanos(nanos)));
		}
		return due;
	}

	/**
	 * How long it takes until something is due.
	 * @return nanoseconds of real time; {@link Long#MAX_VALUE} if nothing will be
	 */
	long untilNext() {
		return this.entries.isEmpty() ? Long.MAX_VALUE : this.entries.get(0).due() - System.nanoTime();
	}

	/**
	 * Something to do.
	 *
	 * @param press what to do
	 * @param due when, as {@link System#nanoTime()}
	 */
	private record Entry(Press press, long due) {

	}

}
