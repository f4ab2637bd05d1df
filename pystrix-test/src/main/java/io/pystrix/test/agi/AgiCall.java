package io.pystrix.test.agi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A call that runs a script, or that did. Every method may be called from any thread;
 * what the script did stays readable after the end.
 *
 * @since 0.1.0
 */
public final class AgiCall implements AutoCloseable {

	private final AgiSession session;

	AgiCall(AgiSession session) {
		this.session = session;
	}

	/**
	 * The channel's name.
	 * @return for example {@code PJSIP/100-00000001}
	 */
	public String channel() {
		return this.session.settings().channel();
	}

	/**
	 * The channel's unique id.
	 * @return the value of {@code agi_uniqueid}
	 */
	public String uniqueid() {
		return this.session.settings().uniqueid();
	}

	/**
	 * Press digits now. A command that waits for digits sees them at once; otherwise they
	 * wait for the next one that does, as they do in Asterisk.
	 * @param digits one or more of {@code 0-9*#A-D}
	 * @return this
	 * @throws IllegalArgumentException if these are not digits
	 */
	public AgiCall press(String digits) {
		this.session.transcript().note("pressed " + Digits.check(digits));
		this.session.channel().press(digits);
		return this;
	}

	/**
	 * Hang up now. A command that runs ends with -1, then the script is sent
	 * {@code HANGUP}; the connection stays until the script closes it. Does nothing on a
	 * channel that has hung up.
	 */
	public void hangUp() {
		this.session.transcript().note("hung up");
		this.session.channel().hangUp();
	}

	/**
	 * Break the connection to the script, as a network does.
	 */
	@Override
	public void close() {
		this.session.close();
	}

	/**
	 * The command lines that were received and run so far.
	 * @return the lines in order
	 */
	public List<String> commands() {
		return this.session.transcript().commands();
	}

	/**
	 * The channel's variables now.
	 * @return names and values
	 */
	public Map<String, String> variables() {
		return this.session.channel().variables();
	}

	/**
	 * One of the channel's variables.
	 * @param name its name
	 * @return its value now, or {@code null} if it is not set
	 */
	public @Nullable String variable(String name) {
		return this.session.channel().variable(name);
	}

	/**
	 * Set a variable of the channel, as the dialplan or AMI may do meanwhile.
	 * @param name its name
	 * @param value its value
	 */
	public void variable(String name, String value) {
		this.session.channel().variable(name, value);
	}

	/**
	 * The files that began to play so far.
	 * @return the files in order, repeated ones too
	 */
	public List<String> played() {
		return this.session.channel().played();
	}

	/**
	 * The digits that the script heard so far: those that ended a command or were
	 * collected by one. Digits that nobody waited for are not among them.
	 * @return the digits in order
	 */
	public String heard() {
		return this.session.channel().heard();
	}

	/**
	 * What {@code SAY} commands spoke so far.
	 * @return the first argument of each command, in order
	 */
	public List<String> said() {
		return List.copyOf(this.session.channel().traces().said());
	}

	/**
	 * The texts that the script sent to the caller so far.
	 * @return the texts in order
	 */
	public List<String> texts() {
		return List.copyOf(this.session.channel().traces().texts());
	}

	/**
	 * The images that the script sent to the caller so far.
	 * @return their names in order
	 */
	public List<String> images() {
		return List.copyOf(this.session.channel().traces().images());
	}

	/**
	 * The files that the script began to record so far.
	 * @return the files in order, repeated ones too
	 */
	public List<String> recordings() {
		return List.copyOf(this.session.channel().traces().recordings());
	}

	/**
	 * The music on hold that the script switched on.
	 * @return its class, {@code default} if the script named none, or {@code null} while
	 * it is off
	 */
	public @Nullable String music() {
		return this.session.channel().traces().music();
	}

	/**
	 * The time after which the script told the channel to hang up by itself. The channel
	 * of the test does not.
	 * @return the time, counted from the command, or {@code null} for none
	 */
	public @Nullable Duration autoHangup() {
		return this.session.channel().traces().autoHangup();
	}

	/**
	 * Where in the dialplan the script stands: where it was started from, or where it set
	 * its channel to.
	 * @return context, extension and priority
	 */
	public Place place() {
		return this.session.channel().traces().place();
	}

	/**
	 * A value of Asterisk's database now.
	 * @param family the family
	 * @param key the key
	 * @return the value, or {@code null} if there is none
	 */
	public @Nullable String database(String family, String key) {
		return this.session.channel().database().get(family, key);
	}

	/**
	 * Tell whether the channel was answered.
	 * @return {@code true} from the answer on, also after the end
	 */
	public boolean isAnswered() {
		return this.session.channel().isAnswered();
	}

	/**
	 * Tell whether the channel has hung up.
	 * @return {@code true} from the hang-up on, whoever did it
	 */
	public boolean isHungUp() {
		return this.session.channel().isHungUp();
	}

	/**
	 * Tell whether the script has hung up the channel, by {@code HANGUP} or in a
	 * subroutine of the dialplan.
	 * @return {@code false} if it has not hung up at all, or if the caller was first
	 */
	public boolean isHungUpByScript() {
		return this.session.channel().isHungUpByScript();
	}

	/**
	 * Tell whether the script has ended.
	 * @return {@code true} once the connection is closed
	 */
	public boolean isEnded() {
		return this.session.ended().getCount() == 0;
	}

	/**
	 * How the script ended.
	 * @return the status; while the script runs, what it would be if it ended now
	 */
	public AgiStatus status() {
		return this.session.status();
	}

	/**
	 * Wait for a command; one that has arrived already counts.
	 * @param start how its line begins, or its first words, in any case and however they
	 * are quoted
	 * @param timeout how long to wait
	 * @return the whole line
	 * @throws AssertionError if it does not arrive in time; holds the transcript
	 */
	public String awaitCommand(String start, Duration timeout) {
		return this.session.transcript().awaitCommand(start, timeout);
	}

	/**
	 * Wait until the script has closed the connection.
	 * @param timeout how long to wait
	 * @return this
	 * @throws AssertionError if it does not in time, if the script sent a command that
	 * was not expected, or if one that was expected is missing; holds the transcript
	 */
	public AgiCall awaitEnd(Duration timeout) {
		boolean ended;
		try {
			ended = this.session.ended().await(timeout.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while waiting for the script's end", ex);
		}
		String complaint = ended ? this.session.complaint() : "The script did not end within " + timeout;
		if (complaint != null) {
			throw new AssertionError(complaint + ":\n" + transcript());
		}
		return this;
	}

	/**
	 * Everything that went over the wire so far, for messages of failing tests.
	 * @return one line each, marked by who said it
	 */
	public String transcript() {
		return this.session.transcript().toString();
	}

	@Override
	public String toString() {
		return "AgiCall[" + channel() + (isEnded() ? ", " + status() : "") + "]";
	}

}
