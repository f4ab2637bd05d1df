package io.pystrix.agi.command;

import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.DtmfInterrupt;

/**
 * Plays a sound file. Results in the key that interrupted, if any. That there is no such
 * file is an {@link io.pystrix.agi.AgiApplicationException}.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/stream_file/">STREAM
 * FILE</a>
 */
public final class StreamFile extends AgiCommand<Optional<DtmfInterrupt>> {

	/**
	 * Plays a file; no key interrupts.
	 * @param file the name without extension
	 */
	public StreamFile(String file) {
		this(file, "");
	}

	/**
	 * Plays a file.
	 * @param file the name without extension
	 * @param escapeDigits the keys that interrupt, may be empty
	 */
	public StreamFile(String file, String escapeDigits) {
		this(file, escapeDigits, 0);
	}

	/**
	 * Plays a file from somewhere.
	 * @param file the name without extension
	 * @param escapeDigits the keys that interrupt, may be empty
	 * @param offset where to start, in samples
	 */
	public StreamFile(String file, String escapeDigits, long offset) {
		super("STREAM FILE", file, Checks.keys(escapeDigits), Checks.notNegative("offset", offset));
	}

	@Override
	public Optional<DtmfInterrupt> result(AgiReply reply) {
		return Checks.interrupt(reply);
	}

}
