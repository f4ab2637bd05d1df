package io.pystrix.test.agi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The channel of a call, and all that can happen to it while its script waits: digits,
 * hang-up, the script's next command, the script's end. One lock guards it; whatever
 * changes wakes whoever waits.
 */
final class CallChannel {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final CallSettings settings;

	private final Consumer<String> notes;

	private final Deque<Digit> digits = new ArrayDeque<>();

	private final List<Press> presses;

	private final List<Press> scheduled = new ArrayList<>();

	private final Timetable timetable;

	private final Map<String, String> variables;

	private final List<String> played = new ArrayList<>();

	private final StringBuilder heard = new StringBuilder();

	private final CallTraces traces;

	private final Database database;

	private boolean answered;

	private boolean hungUp;

	private boolean hungUpByScript;

	private boolean hangupAnnounced;

	private boolean deadAtBegin;

	/** Whether a poll of the connection would find something to read, or its end. */
	private boolean readable;

	private boolean aborted;

	private long commandStart = System.nanoTime();

	/** Where the running command is in the call's own time, in nanoseconds. */
	private long position;

	/**
	 * Make a channel.
	 * @param notes is told what the caller does when its time has come
	 */
	CallChannel(CallSettings settings, Consumer<String> notes) {
		this.settings = settings;
		this.notes = notes;
		this.presses = new ArrayList<>(settings.presses());
		this.timetable = new Timetable(settings);
		this.variables = new LinkedHashMap<>(settings.variables());
		this.answered = settings.answered();
		this.traces = new CallTraces(settings.place());
		this.database = settings.surroundings().database();
	}

	CallSettings settings() {
		return this.settings;
	}

	CallTraces traces() {
		return this.traces;
	}

	Database database() {
		return this.database;
	}

	// What the world does

	void press(String pressed) {
		locked(() -> pressed.chars().forEach((digit) -> this.digits.add(new Digit((char) digit, null))));
	}

	void hangUp() {
		locked(() -> this.hungUp = true);
	}

	void hangUpByScript() {
		locked(() -> {
			this.hungUpByScript = !this.hungUp;
			this.hungUp = true;
		});
	}

	/**
	 * The script has sent something, or has ended. Waits until somebody has read that.
	 * @return {@code false} if nobody reads any more
	 */
	boolean arrived() throws InterruptedException {
		this.lock.lock();
		try {
			this.readable = true;
			this.changed.signalAll();
			while (this.readable && !this.aborted) {
				this.changed.await();
			}
			return !this.aborted;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * What has arrived is read; whether there is more has to be found out.
	 */
	void taken() {
		locked(() -> this.readable = false);
	}

	/**
	 * Wait until more has arrived, whatever else happens.
	 * @return {@code false} if nobody reads any more
	 */
	boolean awaitMore() throws InterruptedException {
		this.lock.lock();
		try {
			this.readable = false;
			this.changed.signalAll();
			while (!this.readable && !this.aborted) {
				this.changed.await();
			}
			return !this.aborted;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * End even what a closed connection does not interrupt, so that no thread stays.
	 */
	void abort() {
		locked(() -> this.aborted = true);
	}

	private void locked(Runnable change) {
		this.lock.lock();
		try {
			change.run();
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	// What the script and the test see

	boolean isHungUp() {
		this.lock.lock();
		try {
			return this.hungUp;
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isHungUpByScript() {
		this.lock.lock();
		try {
			return this.hungUpByScript;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Tell whether the channel had hung up before the running command began; a hang-up
	 * after that is one during the command.
	 */
	boolean isDead() {
		this.lock.lock();
		try {
			return this.deadAtBegin;
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isAnswered() {
		this.lock.lock();
		try {
			return this.answered;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Answer the channel.
	 * @return whether it was not up before
	 */
	boolean answer() {
		this.lock.lock();
		try {
			boolean first = !this.answered;
			this.answered = true;
			this.timetable.answered();
			return first;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Nullable String variable(String name) {
		return variables().get(name);
	}

	void variable(String name, String value) {
		locked(() -> this.variables.put(name, value));
	}

	Map<String, String> variables() {
		this.lock.lock();
		try {
			return Map.copyOf(this.variables);
		}
		finally {
			this.lock.unlock();
		}
	}

	List<String> played() {
		this.lock.lock();
		try {
			return List.copyOf(this.played);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * The digits that ended a command or were collected by one, in order.
	 */
	String heard() {
		this.lock.lock();
		try {
			return this.heard.toString();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Wait for what the conversation has to deal with next.
	 * @return something to read, the hang-up that the script was not told of yet, or the
	 * end of all
	 */
	Next next() throws InterruptedException {
		this.lock.lock();
		try {
			while (true) {
				pressInTime(false);
				if (this.hungUp && !this.hangupAnnounced) {
					this.hangupAnnounced = true;
					return Next.HANGUP;
				}
				if (this.aborted) {
					return Next.END;
				}
				if (this.readable) {
					return Next.INPUT;
				}
				this.changed.awaitNanos(this.timetable.untilNext());
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	// What a running command does

	/**
	 * Begin a command: time runs from here, and what was to be pressed during it is due.
	 */
	void begin(String command) {
		locked(() -> {
			this.deadAtBegin = this.hungUp;
			this.commandStart = System.nanoTime();
			this.position = 0;
			this.scheduled.clear();
			schedule((press) -> press.trigger() == Press.Trigger.COMMAND && AgiWords.begins(command, press.what()));
		});
	}

	/**
	 * Begin to play a file.
	 */
	void playing(String file) {
		locked(() -> {
			this.played.add(file);
			schedule((press) -> press.trigger() == Press.Trigger.FILE && press.what().equals(file));
		});
	}

	private void schedule(Predicate<Press> due) {
		for (Press press : List.copyOf(this.presses)) {
			if (due.test(press)) {
				this.presses.remove(press);
				this.scheduled.add(press.at(press.after().plusNanos(this.position)));
				if (press.trigger() == Press.Trigger.FILE) {
					// The next one is for the next time that the file plays
					return;
				}
			}
		}
	}

	/**
	 * Let time pass until something happens.
	 * @param duration how long at most, or {@code null} for as long as it takes
	 * @param wanted the digits that end the waiting; others are lost
	 * @param interruptible whether the script's next command ends it too
	 * @return what ended it, and when
	 */
	Outcome pass(@Nullable Duration duration, String wanted, boolean interruptible) throws InterruptedException {
		this.lock.lock();
		try {
			long start = this.position;
			long end = (duration != null) ? start + duration.toNanos() : Long.MAX_VALUE;
			while (true) {
				long now = (long) ((System.nanoTime() - this.commandStart) * this.settings.speed());
				pressScheduled(Math.min(now, end));
				pressInTime(true);
				Outcome outcome = outcome(start, end, now, wanted, interruptible);
				if (outcome != null) {
					this.position = start + outcome.elapsed().toNanos();
					return outcome;
				}
				long until = this.scheduled.stream().mapToLong((press) -> press.after().toNanos()).min().orElse(end);
				long wait = Math.min(until, end) - now;
				this.changed
					.awaitNanos(Math.min((long) (wait / this.settings.speed()) + 1, this.timetable.untilNext()));
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void pressScheduled(long now) {
		for (Press press : List.copyOf(this.scheduled)) {
			if (press.after().toNanos() <= now) {
				this.scheduled.remove(press);
				perform(press, press.after());
			}
		}
	}

	/**
	 * Do what is due by the call's own time.
	 * @param running whether a command waits for it, which is told the exact moment; the
	 * next one finds it done already
	 */
	private void pressInTime(boolean running) {
		for (Press press : this.timetable.due(this.commandStart)) {
			perform(press, running ? press.after() : Duration.ZERO);
		}
	}

	private void perform(Press press, Duration at) {
		this.notes.accept(press.digits().isEmpty() ? "hung up" : "pressed " + press.digits());
		this.hungUp |= press.digits().isEmpty();
		press.digits().chars().forEach((digit) -> this.digits.add(new Digit((char) digit, at)));
	}

	private @Nullable Outcome outcome(long start, long end, long now, String wanted, boolean interruptible) {
		Duration elapsed = Duration.ofNanos(Math.max(0, Math.min(now, end) - start));
		for (Digit digit = this.hungUp ? null : this.digits.poll(); digit != null; digit = this.digits.poll()) {
			if (wanted.indexOf(digit.value()) >= 0) {
				this.heard.append(digit.value());
				Duration at = (digit.at() != null) ? digit.at().minusNanos(start) : elapsed;
				return new Outcome(End.DIGIT, digit.value(), at.isNegative() ? Duration.ZERO : at);
			}
		}
		if (this.hungUp) {
			return new Outcome(End.HANGUP, ' ', elapsed);
		}
		if (this.aborted || (interruptible && this.readable)) {
			return new Outcome(End.INPUT, ' ', elapsed);
		}
		return (now >= end) ? new Outcome(End.TIME, ' ', elapsed) : null;
	}

	/**
	 * What the conversation deals with next.
	 */
	enum Next {

		INPUT, HANGUP, END

	}

	/**
	 * How waiting ended.
	 */
	enum End {

		TIME, DIGIT, HANGUP, INPUT

	}

	/**
	 * What ended the waiting.
	 *
	 * @param end the reason
	 * @param digit the digit, if that was the reason
	 * @param elapsed how much of the call's own time has passed in waiting
	 */
	record Outcome(End end, char digit, Duration elapsed) {

	}

	private record Digit(char value, @Nullable Duration at) {

	}

}
