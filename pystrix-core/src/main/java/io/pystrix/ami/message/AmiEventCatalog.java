package io.pystrix.ami.message;

import java.util.List;

/**
 * Contributes classes of events, found as a {@link java.util.ServiceLoader service}. The
 * events of Asterisk itself are one such contribution.
 *
 * @since 0.1.0
 */
public interface AmiEventCatalog {

	/**
	 * The classes of events that this catalog has.
	 * @return the types
	 */
	List<AmiEventType<?>> types();

}
