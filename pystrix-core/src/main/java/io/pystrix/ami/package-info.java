/**
 * The client of Asterisk's manager interface.
 * <ul>
 * <li>{@link io.pystrix.ami.Manager} is the connection: it sends actions, hands events to
 * callbacks, watches the link and reconnects. {@link io.pystrix.ami.ManagerBuilder} makes
 * one.</li>
 * <li>{@link io.pystrix.ami.ManagerStatus} and {@link io.pystrix.ami.AmiActionListener}
 * show what can be measured.</li>
 * <li>{@link io.pystrix.ami.ManagerException} is the root of what can go wrong.</li>
 * </ul>
 * What it sends and receives is in {@code io.pystrix.ami.message}, with a class for each
 * of Asterisk's messages in {@code io.pystrix.ami.action} and
 * {@code io.pystrix.ami.event}; this package uses the few actions that a connection needs
 * (login, ping, originate) and no event class.
 * <p>
 * Inside, {@code DefaultManager} is the front, {@code ConnectionKeeper} the thread that
 * connects, reads and reconnects, {@code Connection} one live link,
 * {@code EventDispatcher} the way from an event to the mailboxes of its callbacks.
 *
 * @see <a href=
 * "https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Manager-Interface-AMI/">Asterisk
 * Manager Interface</a>
 */
@NullMarked
package io.pystrix.ami;

import org.jspecify.annotations.NullMarked;
