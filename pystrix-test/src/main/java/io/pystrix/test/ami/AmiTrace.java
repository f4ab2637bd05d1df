package io.pystrix.test.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an Asterisk has sent on one connection, byte by byte, to be replayed by
 * {@link AmiSimulator#replay(AmiTrace)}. {@link AmiRecorder} makes such files of a real
 * Asterisk. Immutable.
 * <p>
 * A trace is read whole. The greeting does not matter, nor does a last message that was
 * cut off.
 *
 * @since 0.1.0
 */
public final class AmiTrace {

	private final List<TraceMessage> messages;

	private AmiTrace(List<TraceMessage> messages) {
		this.messages = List.copyOf(messages);
	}

	/**
	 * Read a trace.
	 * @param file the file, exactly as Asterisk sent it
	 * @return the trace
	 * @throws UncheckedIOException if the file cannot be read
	 */
	public static AmiTrace read(Path file) {
		try {
			return of(Files.readAllBytes(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the trace " + file, ex);
		}
	}

	/**
	 * Take a trace from anywhere.
	 * @param bytes the bytes, exactly as Asterisk sent them
	 * @return the trace
	 */
	public static AmiTrace of(byte[] bytes) {
		return new AmiTrace(TraceMessage.split(bytes));
	}

	/**
	 * Take a trace from anywhere.
	 * @param text the text as Asterisk sent it, line ends and all, in UTF-8
	 * @return the trace
	 */
	public static AmiTrace of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Leave out what is of no interest.
	 * @param wanted tells which messages stay
	 * @return a shorter trace
	 */
	public AmiTrace filter(Predicate<AmiFrame> wanted) {
		return new AmiTrace(this.messages.stream().filter((message) -> wanted.test(message.frame())).toList());
	}

	/**
	 * All messages.
	 * @return responses and events in order, those of the login too
	 */
	public List<AmiFrame> messages() {
		return this.messages.stream().map(TraceMessage::frame).toList();
	}

	/**
	 * The events that came by themselves after the login: neither those of lists nor the
	 * {@code FullyBooted} that a login brings.
	 * @return the events in order
	 */
	public List<AmiFrame> events() {
		return unsolicited().stream().map(TraceMessage::frame).toList();
	}

	List<TraceMessage> unsolicited() {
		return afterLogin().stream().filter(TraceMessage::isUnsolicited).toList();
	}

	/**
	 * What came after the login; everything if the trace begins later.
	 */
	List<TraceMessage> afterLogin() {
		for (int i = 0; i < this.messages.size(); i++) {
			AmiFrame frame = this.messages.get(i).frame();
			if (frame.isResponse() && "Authentication accepted".equals(frame.get("Message"))) {
				List<TraceMessage> rest = this.messages.subList(i + 1, this.messages.size());
				boolean booted = !rest.isEmpty() && rest.get(0).frame().name().equals("FullyBooted");
				return booted ? rest.subList(1, rest.size()) : rest;
			}
		}
		return this.messages;
	}

	@Override
	public String toString() {
		return "AmiTrace[" + this.messages.size() + " messages, " + unsolicited().size() + " events]";
	}

}
