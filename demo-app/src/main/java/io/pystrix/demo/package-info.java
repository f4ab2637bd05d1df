/**
 * An application that calls, answers and shows its calls on a page, to be read in this
 * order.
 * <p>
 * {@code ivr} has the scripts that Asterisk runs by FastAGI. {@code events} listens to
 * AMI. {@code calls} places calls by AMI, knows what became of them, and offers both over
 * HTTP. {@code runs} follows the scripts command by command, {@code live} shows Asterisk
 * as it is, and {@code stream} tells pages all that. {@code web} lets nobody use it who
 * may not. {@code simulator} stands in for Asterisk unless the profile {@code asterisk}
 * is active; nothing else knows whether it does. The page is in {@code static}.
 */
@NullMarked
package io.pystrix.demo;

import org.jspecify.annotations.NullMarked;
