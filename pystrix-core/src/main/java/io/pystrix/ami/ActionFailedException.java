package io.pystrix.ami;

/**
 * Asterisk answered an action with an error.
 */
public class ActionFailedException extends ManagerException {

	private static final long serialVersionUID = 1L;

	private final transient AmiResponse response;

	public ActionFailedException(String action, AmiResponse response) {
		super("Asterisk refused action " + action + ": " + response.message());
		this.response = response;
	}

	/**
	 * The answer.
	 * @return the response with all its headers
	 */
	public AmiResponse response() {
		return this.response;
	}

}
