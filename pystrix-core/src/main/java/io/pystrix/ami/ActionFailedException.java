package io.pystrix.ami;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiResponse;

/**
 * Asterisk answered an action with an error.
 *
 * @since 0.1.0
 */
public class ActionFailedException extends ManagerException {

	private static final long serialVersionUID = 1L;

	private final transient AmiResponse response;

	/**
	 * Creates an exception.
	 * @param action the action that was refused
	 * @param response the answer
	 */
	public ActionFailedException(AmiAction<?> action, AmiResponse response) {
		super("Asterisk refused action " + action.name() + ": " + reason(action, response));
		this.response = response;
	}

	private static String reason(AmiAction<?> action, AmiResponse response) {
		String message = response.message();
		if (message == null) {
			return "it gave no reason";
		}
		if (!message.equals("Permission denied") || action.privileges().isEmpty()) {
			return message;
		}
		return message + "; the user needs to be logged in and to have the permission to write "
				+ String.join(" or ", action.privileges());
	}

	/**
	 * The answer.
	 * @return the response with all its headers
	 */
	public AmiResponse response() {
		return this.response;
	}

	/**
	 * Returns whether Asterisk refused the action only because it is shutting down. It
	 * refuses every other action, too, until it has restarted or the shutdown is aborted.
	 * @return {@code true} if the action itself is not the reason
	 * @see ManagerStatus#shuttingDown()
	 */
	public boolean isShuttingDown() {
		return Refusal.isShutdown(this.response);
	}

}
