package io.pystrix.agi.internal;

import java.util.List;

/**
 * Tells lines that a caller's text has made up at the start of a session. A line feed in
 * a name or an argument can end the environment too early; then the text may go on with
 * what looks like a reply, and the rest of the true environment follows. Asterisk itself
 * sends nothing between the environment and the reply to the first command but
 * {@code HANGUP} (setup_env and run_agi in res/res_agi.c, 13 to master).
 */
final class SessionStart {

	private int replies = 0;

	private boolean strayed = false;

	/** A reply has been read. */
	void replied() {
		this.replies = Math.min(this.replies + 1, 2);
		this.strayed = false;
	}

	/**
	 * Checks what arrives while no command is in flight.
	 * @param line the line, or as much of it as has arrived
	 * @param afterValue whether it may be the rest of a value
	 * @throws ForgedReplyException if Asterisk cannot have sent it
	 */
	void idle(String line, boolean afterValue) throws ForgedReplyException {
		// Empty lines forge nothing: an argument that ends with a line feed has one
		if (this.replies == 0 && !line.isEmpty()) {
			throw new ForgedReplyException(line);
		}
		stray(line, afterValue);
	}

	/**
	 * Checks a line that is no reply.
	 * @param line the line
	 * @param afterValue whether it may be the rest of a value
	 * @throws ForgedReplyException if it is a part of the environment
	 */
	void stray(String line, boolean afterValue) throws ForgedReplyException {
		// Behind a forged argument, all that is left is the empty line of the true end
		boolean end = this.replies == 1 && !this.strayed && !afterValue && line.isEmpty();
		if (end || line.startsWith("agi_") && line.contains(": ")) {
			throw new ForgedReplyException(line);
		}
		this.strayed = true;
	}

	/**
	 * Checks a reply of several lines. If it is the first, it may be a forged one with
	 * the rest of the environment, which ends with the thread and the arguments.
	 * @param lines its lines
	 * @throws ForgedReplyException if it is
	 */
	void whole(List<String> lines) throws ForgedReplyException {
		if (this.replies > 0) {
			return;
		}
		for (String line : lines) {
			if (line.startsWith("agi_threadid: ") || line.startsWith("agi_arg_")) {
				throw new ForgedReplyException(line);
			}
		}
	}

	boolean isBeforeFirstReply() {
		return this.replies == 0;
	}

}
