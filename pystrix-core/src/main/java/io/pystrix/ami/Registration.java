package io.pystrix.ami;

import io.pystrix.NotForImplementation;

/**
 * A registered callback or listener.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface Registration extends AutoCloseable {

	/**
	 * What it is registered for, as shown in thread names and log lines.
	 * @return a short description
	 */
	String description();

	/**
	 * How many events wait for the callback.
	 * @return the number
	 */
	int queued();

	/**
	 * How many events the callback was given.
	 * @return the number since it was registered, the one that it is at included
	 */
	long handled();

	/**
	 * How many events were lost because the callback did not keep up.
	 * @return the number since it was registered
	 */
	long lost();

	/**
	 * Unregisters the callback. One that is running, or just about to, runs on; events
	 * that wait are dropped. May be called at any time, by the callback as well, and more
	 * than once.
	 */
	@Override
	void close();

}
