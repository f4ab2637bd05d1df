package io.pystrix.agi.command;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineSource;
import io.pystrix.agi.internal.ReplyReader;

/**
 * Makes results out of what Asterisk sends.
 */
final class Replies {

	private Replies() {
	}

	static AgiReply reply(String text) {
		try {
			return new ReplyReader(LineSource.of(text), new HangupNotice()).read();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static <R> R result(AgiCommand<R> command, String text) {
		return command.result(reply(text));
	}

}
