package io.pystrix.test.pbx;

/**
 * Somebody who waits in a queue. Guarded by the {@link Monitor}.
 */
final class QueueCaller {

	final Channel channel;

	final long start = System.nanoTime();

	final int originalPosition;

	int priority;

	boolean withdrawn;

	QueueCaller(Channel channel, int originalPosition) {
		this.channel = channel;
		this.originalPosition = originalPosition;
	}

}
