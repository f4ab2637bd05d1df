package io.pystrix.ami.live;

import io.pystrix.NotForImplementation;

/**
 * Something in an Asterisk at one moment. Immutable.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface LiveObject {

	/**
	 * Returns what tells it from others of its kind.
	 * @return an id that does not change
	 */
	String id();

}
