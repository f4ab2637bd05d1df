package io.pystrix.test.pbx;

/**
 * What a step of the dialplan does.
 */
@FunctionalInterface
interface Application {

	/**
	 * Run it on the channel's thread, under the lock, which it gives away while it waits.
	 * It ends early when the channel {@linkplain Channel#isInterrupted() is interrupted}.
	 */
	void run(Channel channel, String data) throws InterruptedException;

}
