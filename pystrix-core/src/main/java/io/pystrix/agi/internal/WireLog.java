package io.pystrix.agi.internal;

import io.pystrix.agi.AgiReply;
import io.pystrix.agi.WireLogOptions;
import io.pystrix.internal.AgiMask;
import io.pystrix.internal.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the commands and replies of one call at TRACE, one line each and without secrets.
 * Costs one check of the level per line while that is off.
 *
 * @since 0.1.0
 */
public final class WireLog {

	/** The name of the logger, which is documented. */
	public static final String LOGGER = WireLogOptions.LOGGER;

	private static final Logger logger = LoggerFactory.getLogger(LOGGER);

	private final String channel;

	private final WireLogOptions options;

	/**
	 * Creates a log.
	 * @param channel the name of the channel, as Asterisk sent it
	 * @param options what to mask
	 */
	public WireLog(String channel, WireLogOptions options) {
		this.channel = channel;
		this.options = options;
	}

	/**
	 * Logs a line that is sent to Asterisk.
	 * @param line the line, without its end
	 */
	public void sent(String line) {
		if (logger.isTraceEnabled()) {
			logger.trace("{} > {}", Printable.of(this.channel), Printable.of(shown(line)));
		}
	}

	/**
	 * Logs a reply of Asterisk.
	 * @param line the command that it answers
	 * @param reply the reply
	 */
	public void received(String line, AgiReply reply) {
		if (logger.isTraceEnabled()) {
			String text = AgiMask.ofReply(line, reply.text(), this.options::masksVariable, this.options.masksDigits());
			logger.trace("{} < {}", Printable.of(this.channel), Printable.of(text));
		}
	}

	/**
	 * Returns a command as it may be shown.
	 * @param line the command
	 * @return the command without secrets
	 */
	public String shown(String line) {
		return AgiMask.ofCommand(line, this.options::masksVariable, this.options.masksDigits());
	}

}
