/**
 * Shows Asterisk as it is at this moment: the connections, and what the live state of the
 * starter knows of channels, calls, bridges, queues, parked calls and conferences.
 * <p>
 * {@code LiveSections} makes rows of them for pages, {@code Connections} those about the
 * connections.
 */
@NullMarked
package io.pystrix.demo.live;

import org.jspecify.annotations.NullMarked;
