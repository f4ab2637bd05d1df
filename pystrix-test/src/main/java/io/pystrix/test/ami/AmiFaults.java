package io.pystrix.test.ami;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * What a test may do to the connections of an {@link AmiSimulator}. <pre class="code">
 * ami.faults().cut();                                           // the network breaks
 * ami.faults().delayAnswers(Duration.ofMillis(500));            // Asterisk is slow
 * ami.faults().next().cutAfter(100);                            // the next connection breaks early
 * ami.faults().restart(Duration.ofSeconds(2));                  // Asterisk is restarted
 * ami.faults().clear();                                         // all is well
 * </pre>
 * <p>
 * Some faults happen once, to the connections that there are: {@link #cut()},
 * {@link #reset()}, {@link #truncate}, {@link #garbage(String)}, {@link #overlongLine},
 * {@link #invalidUtf8()}. The others last, for the connections that there are and all
 * that come, until {@link #clear()}. {@link #next()} is for the next connection alone.
 * Every method may be called from any thread at any time, before the simulator is started
 * too.
 *
 * @since 0.1.0
 */
public final class AmiFaults {

	private final FaultControl control;

	AmiFaults(FaultControl control) {
		this.control = control;
	}

	/**
	 * Close every connection without a word; what was not written yet is lost.
	 */
	public void cut() {
		this.control.sessions().forEach(AmiSession::close);
	}

	/**
	 * Reset every connection (RST instead of FIN).
	 */
	public void reset() {
		this.control.sessions().forEach(AmiSession::reset);
	}

	/**
	 * Write the beginning of a message to every connection and close it, as Asterisk does
	 * to a client that reads too slowly.
	 * @param frame the message
	 * @param bytes how many of its bytes to write
	 */
	public void truncate(AmiFrame frame, int bytes) {
		byte[] whole = frame.toBytes();
		garbage(Arrays.copyOf(whole, Math.min(bytes, whole.length)));
		this.control.sessions().forEach(AmiSession::finish);
	}

	/**
	 * Write bytes to every connection, logged in or not, whatever they are.
	 * @param bytes the bytes
	 */
	public void garbage(byte[] bytes) {
		byte[] copy = bytes.clone();
		this.control.sessions().forEach((session) -> session.write(copy));
	}

	/**
	 * Write text to every connection, logged in or not, whatever it is.
	 * @param text the text, sent in UTF-8; line ends are the caller's
	 */
	public void garbage(String text) {
		garbage(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Write an event whose only header is a very long line. Asterisk sends lines of any
	 * length: a client has to bear it, or to end the connection.
	 * @param bytes how many bytes the header's value has
	 */
	public void overlongLine(int bytes) {
		garbage("Event: Long\r\nValue: " + "x".repeat(bytes) + "\r\n\r\n");
	}

	/**
	 * Write a {@code UserEvent} whose headers hold bytes that are no UTF-8, which
	 * Asterisk passes on from callers' names as they are.
	 */
	public void invalidUtf8() {
		garbage("Event: UserEvent\r\nPrivilege: user,all\r\nUserEvent: Invalid\r\nName: Jos\u00e9 \u00ff\r\n\r\n"
			.getBytes(StandardCharsets.ISO_8859_1));
	}

	/**
	 * Shuts down gracefully, as {@code core stop gracefully} does while calls last: every
	 * action, a login included, is answered {@code Asterisk is shutting down}, events go
	 * on, and nothing is closed. Asterisk 13.0 to 13.8 refuses nothing.
	 * @param shuttingDown {@code true} to begin, {@code false} to end it, as
	 * {@code core abort shutdown} does
	 * @since 0.1.0
	 */
	public void shuttingDown(boolean shuttingDown) {
		this.control.shuttingDown(shuttingDown);
	}

	/**
	 * Answer every action late. Events are not late; the connection's next action waits.
	 * @param delay how late, in addition to what an answer says itself
	 */
	public void delayAnswers(Duration delay) {
		this.control.change((faults) -> faults.answerDelay = delay);
	}

	/**
	 * Write everything late, as over a long way: greeting, answers and events, each so
	 * much later and in order.
	 * @param delay how late
	 */
	public void delayOutput(Duration delay) {
		this.control.change((faults) -> faults.outputDelay = delay);
	}

	/**
	 * Close every connection when so many more bytes were written to it, wherever in a
	 * message that is; connections that come, when so many were written at all. For ever,
	 * that makes a network on which nothing lasts.
	 * @param bytes how many bytes are still written
	 * @throws IllegalArgumentException if it is negative
	 */
	public void cutAfter(long bytes) {
		this.control.change((faults) -> faults.cutAfter(bytes));
	}

	/**
	 * Write in pieces, each a segment of its own, so that a client that takes a segment
	 * for a line is found out. A message's end ends a piece too.
	 * @param sizes the sizes in bytes, which are used in turn; none to write as usual
	 * @throws IllegalArgumentException if one is not positive
	 */
	public void split(int... sizes) {
		this.control.change((faults) -> faults.split(sizes));
	}

	/**
	 * Fall silent: connections stay open, requests are read and recorded, but nothing is
	 * written, no greeting, no event, no answer to a {@code Ping}. What would have been
	 * written waits for {@link #thaw()}.
	 */
	public void freeze() {
		this.control.change((faults) -> faults.frozen = true);
	}

	/**
	 * Speak again: what waited since {@link #freeze()} is written now, in order.
	 */
	public void thaw() {
		this.control.change((faults) -> faults.frozen = false);
	}

	/**
	 * Read nothing any more: what a client sends fills the buffers of the link until the
	 * client can write no more. Events are still sent.
	 * @see #startReading()
	 */
	public void stopReading() {
		this.control.change((faults) -> faults.deaf = true);
	}

	/**
	 * Read again, first what has come since {@link #stopReading()}.
	 */
	public void startReading() {
		this.control.change((faults) -> faults.deaf = false);
	}

	/**
	 * Refuse every login, even with right credentials.
	 */
	public void refuseLogins() {
		this.control.change((faults) -> faults.loginRefused = true);
	}

	/**
	 * Refuse the next logins, even with right credentials, whichever connections they
	 * come over.
	 * @param times how many; 0 for none any more
	 * @throws IllegalArgumentException if it is negative
	 */
	public void refuseLogins(int times) {
		requireNumber(times);
		this.control.refuseLogins(times);
	}

	/**
	 * Close every connection that comes without a greeting, as Asterisk does while too
	 * many wait to log in. For a port at which nobody listens stop the simulator.
	 */
	public void refuseConnections() {
		this.control.change((faults) -> faults.refused = true);
	}

	/**
	 * Close the next connections without a greeting.
	 * @param times how many
	 * @throws IllegalArgumentException if it is negative
	 */
	public void refuseConnections(int times) {
		requireNumber(times);
		for (int i = 0; i < times; i++) {
			next().refuse();
		}
	}

	private static void requireNumber(int times) {
		if (times < 0) {
			throw new IllegalArgumentException("How often is not negative: " + times);
		}
	}

	/**
	 * Let something be wrong with the next connection, in addition to what is wrong with
	 * all. Used several times, it is for several connections, one after the other.
	 * @return what is wrong with it; nothing yet
	 */
	public AmiConnectionFaults next() {
		return this.control.next();
	}

	/**
	 * Stop as Asterisk does on {@code core restart now}, with a {@code Shutdown} event
	 * that says so, and come back on the same port.
	 * @param down how long nobody listens; the method does not wait for that
	 */
	public void restart(Duration down) {
		this.control.restart(true, down);
	}

	/**
	 * Die without a word, and come back on the same port.
	 * @param down how long nobody listens; the method does not wait for that
	 */
	public void crash(Duration down) {
		this.control.restart(false, down);
	}

	/**
	 * Let all be well from now on, for the connections that there are and all that come.
	 * What waited is written and read.
	 */
	public void clear() {
		this.control.clear();
	}

}
