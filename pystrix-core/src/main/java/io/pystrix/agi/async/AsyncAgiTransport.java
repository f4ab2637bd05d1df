package io.pystrix.agi.async;

import java.io.IOException;
import java.nio.charset.Charset;

import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiUnknownResponseException;
import io.pystrix.agi.internal.AgiTransport;
import io.pystrix.agi.internal.Deadline;
import io.pystrix.agi.internal.ForgedEnvironmentException;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineSource;
import io.pystrix.agi.internal.ReplyReader;
import io.pystrix.agi.internal.RoundTrip;
import io.pystrix.agi.internal.WireLog;

/**
 * Makes replies out of what comes of a channel's commands.
 */
final class AsyncAgiTransport implements AgiTransport {

	private final AsyncAgiChannel channel;

	private final Charset charset;

	private final HangupNotice hangup;

	private final RoundTrip roundTrip = new RoundTrip();

	private final WireLog wire;

	AsyncAgiTransport(AsyncAgiChannel channel, Charset charset, HangupNotice hangup, WireLog wire) {
		this.channel = channel;
		this.charset = charset;
		this.hangup = hangup;
		this.wire = wire;
	}

	/**
	 * Completes the block of variables that a call starts with.
	 * @param encoded what the event held of it
	 * @return the block, without line ends behind it
	 * @throws ForgedEnvironmentException if a part of it may be lost, unless that is
	 * accepted: the value that makes Asterisk cut the block may have forged what is cut
	 */
	String environment(String encoded, Deadline deadline, boolean acceptCut) throws IOException {
		Reassembly block = completed(Piece.of(encoded), deadline);
		if (block.mayBeCut() && !acceptCut) {
			throw new ForgedEnvironmentException(
					"Asterisk has cut the AGI variables, so some may be missing: they have "
							+ "too many special characters for AsyncAGI, in the caller's name or an argument, for instance");
		}
		String text = block.text(this.charset);
		int end = text.length();
		while (end > 0 && text.charAt(end - 1) == '\n') {
			end--;
		}
		return text.substring(0, end);
	}

	@Override
	public String shown(String line) {
		return this.wire.shown(line);
	}

	@Override
	public AgiReply exchange(String line, Deadline deadline) throws IOException {
		this.roundTrip.sent();
		Piece first = this.channel.execute(line, deadline);
		this.roundTrip.answered();
		Reassembly answer = completed(first, deadline);
		if (answer.isCut()) {
			throw new AgiUnknownResponseException(
					"The reply to '" + line + "' has too many special characters for AsyncAGI");
		}
		AgiReply reply = new ReplyReader(LineSource.of(answer.text(this.charset)), this.hangup).read(line);
		this.wire.received(line, reply);
		return reply;
	}

	// A command without effect makes Asterisk send what is left, with its own answer
	// behind it. So nothing is left for the command that comes next
	private Reassembly completed(Piece first, Deadline deadline) throws IOException {
		Reassembly whole = new Reassembly();
		Piece piece = first;
		whole.add(piece);
		while (!piece.isLast()) {
			piece = this.channel.execute("NOOP", deadline);
			whole.add(piece);
		}
		return whole;
	}

	@Override
	public void poll(Deadline deadline) throws IOException {
		this.channel.awaitEnd(deadline);
	}

	@Override
	public void awaitNotice() throws IOException {
		poll(this.roundTrip.notice());
	}

	@Override
	public void close() {
		this.channel.end(ChannelEnd.lost("The session is closed"));
	}

}
