package io.pystrix.demo.ivr.callback;

/**
 * What a choice in the menu does.
 */
enum MenuAction {

	/** The caller goes on to the queue. */
	WAIT,

	/** The caller is called back. */
	CALL_BACK

}
