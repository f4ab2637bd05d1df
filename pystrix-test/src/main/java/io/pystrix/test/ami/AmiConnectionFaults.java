package io.pystrix.test.ami;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What is wrong with one connection that is to come, from its first byte on; see
 * {@link AmiFaults#next()}. Several faults may come together.
 *
 * @since 0.1.0
 */
public final class AmiConnectionFaults {

	private volatile Consumer<ConnectionFaults> change = (faults) -> {
	};

	AmiConnectionFaults() {
	}

	/**
	 * Close it without a greeting, as Asterisk does while too many wait to log in.
	 * @return this
	 */
	public AmiConnectionFaults refuse() {
		return add((faults) -> faults.refused = true);
	}

	/**
	 * Refuse its login, even with right credentials.
	 * @return this
	 */
	public AmiConnectionFaults refuseLogin() {
		return add((faults) -> faults.loginRefused = true);
	}

	/**
	 * Close it when so many bytes were written to it, greeting and all.
	 * @param bytes how many
	 * @return this
	 * @throws IllegalArgumentException if it is negative
	 */
	public AmiConnectionFaults cutAfter(long bytes) {
		new ConnectionFaults().cutAfter(bytes);
		return add((faults) -> faults.cutAfter(bytes));
	}

	/**
	 * Accept it and write nothing, not even the greeting, until {@link AmiFaults#thaw()}.
	 * @return this
	 */
	public AmiConnectionFaults freeze() {
		return add((faults) -> faults.frozen = true);
	}

	/**
	 * Greet and read nothing, until {@link AmiFaults#startReading()}.
	 * @return this
	 */
	public AmiConnectionFaults stopReading() {
		return add((faults) -> faults.deaf = true);
	}

	/**
	 * Answer its actions late.
	 * @param delay how late
	 * @return this
	 */
	public AmiConnectionFaults delayAnswers(Duration delay) {
		return add((faults) -> faults.answerDelay = delay);
	}

	/**
	 * Write everything late.
	 * @param delay how late
	 * @return this
	 */
	public AmiConnectionFaults delayOutput(Duration delay) {
		return add((faults) -> faults.outputDelay = delay);
	}

	/**
	 * Write in pieces.
	 * @param sizes the sizes in bytes, which are used in turn
	 * @return this
	 * @throws IllegalArgumentException if one is not positive
	 */
	public AmiConnectionFaults split(int... sizes) {
		new ConnectionFaults().split(sizes);
		return add((faults) -> faults.split(sizes));
	}

	/**
	 * Write text right behind the greeting, whatever it is.
	 * @param text the text, sent in UTF-8
	 * @return this
	 */
	public AmiConnectionFaults garbage(String text) {
		return garbage(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Write bytes right behind the greeting, whatever they are.
	 * @param bytes the bytes
	 * @return this
	 */
	public AmiConnectionFaults garbage(byte[] bytes) {
		byte[] copy = bytes.clone();
		return add((faults) -> faults.garbage = copy);
	}

	private AmiConnectionFaults add(Consumer<ConnectionFaults> another) {
		this.change = this.change.andThen(another);
		return this;
	}

	void applyTo(ConnectionFaults faults) {
		this.change.accept(faults);
	}

}
