package io.pystrix.agi;

/**
 * How a call script ended.
 */
public enum ScriptOutcome {

	/** The script returned. */
	COMPLETED,

	/** The script ended because the caller was gone. */
	HANGUP,

	/** The script threw an exception of its own. */
	FAILED,

	/** No script is registered for the path. */
	NOT_FOUND

}
