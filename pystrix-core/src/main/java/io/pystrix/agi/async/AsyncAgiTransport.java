package io.pystrix.agi.async;

import java.io.IOException;
import java.nio.charset.Charset;

import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiUnknownResponseException;
import io.pystrix.agi.internal.AgiTransport;
import io.pystrix.agi.internal.Deadline;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineSource;
import io.pystrix.agi.internal.ReplyReader;

/**
 * Makes replies out of what comes of a channel's commands.
 */
final class AsyncAgiTransport implements AgiTransport {

	private final AsyncAgiChannel channel;

	private final Charset charset;

	private final HangupNotice hangup;

	AsyncAgiTransport(AsyncAgiChannel channel, Charset charset, HangupNotice hangup) {
		this.channel = channel;
		this.charset = charset;
		this.hangup = hangup;
	}

	/**
	 * Completes the block of variables that a call starts with.
	 * @param encoded what the event held of it
	 * @return the block, without what cannot be had
	 */
	String environment(String encoded, Deadline deadline) throws IOException {
		return completed(Piece.of(encoded), deadline).text(this.charset);
	}

	@Override
	public AgiReply exchange(String line, Deadline deadline) throws IOException {
		Reassembly answer = completed(this.channel.execute(line, deadline), deadline);
		if (answer.isCut()) {
			throw new AgiUnknownResponseException(
					"The reply to '" + line + "' has too many special characters for AsyncAGI");
		}
		return new ReplyReader(LineSource.of(answer.text(this.charset)), this.hangup).read();
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
	public void close() {
		this.channel.end(ChannelEnd.lost("The session is closed"));
	}

}
