package io.pystrix.ami.live;

import java.util.Set;

import io.pystrix.ami.message.AmiEvent;

/**
 * A part of the state: which events change it, and which lists fill it. All methods are
 * called under the lock of the state.
 */
interface Part {

	/** The names of the events that change it. */
	Set<String> events();

	/** Takes in an event. */
	void apply(AmiEvent event);

	/**
	 * Begins anew: the lists that {@link #request} asks for are newer than all before.
	 */
	void begin();

	/** Asks for the lists, and takes them over when they come. */
	void request(Requests requests);

}
