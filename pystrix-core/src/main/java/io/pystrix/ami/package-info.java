/**
 * What a user of Asterisk's manager interface types.
 * <ul>
 * <li>{@link io.pystrix.ami.Manager} is the connection: it sends actions, hands events to
 * callbacks, watches the link and makes it anew.</li>
 * <li>{@link io.pystrix.ami.AmiAction}, {@link io.pystrix.ami.AmiResponse} and
 * {@link io.pystrix.ami.AmiEvent} are the messages, all with their
 * {@link io.pystrix.ami.AmiHeaders headers}.</li>
 * <li>{@link io.pystrix.ami.ManagerStatus} and {@link io.pystrix.ami.AmiActionListener}
 * tell what can be measured.</li>
 * <li>{@link io.pystrix.ami.ManagerException} is the root of what can go wrong.</li>
 * </ul>
 * Inside, {@code DefaultManager} is the front, {@code ConnectionKeeper} the thread that
 * connects, reads and reconnects, {@code Connection} one live link,
 * {@code EventDispatcher} the way from an event to the mailboxes of its callbacks. Typed
 * actions and events are in {@code io.pystrix.ami.action} and
 * {@code io.pystrix.ami.event}; this package does not know them.
 *
 * @see <a href=
 * "https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Manager-Interface-AMI/">Asterisk
 * Manager Interface</a>
 */
@NullMarked
package io.pystrix.ami;

import org.jspecify.annotations.NullMarked;
