/**
 * The scripts that Asterisk runs by FastAGI: {@code agi://host/demo}, and one for every
 * path that has none. Larger ones have rooms of their own: {@code callback} calls back
 * who does not want to wait in a queue, {@code pin} logs callers in.
 */
@NullMarked
package io.pystrix.demo.ivr;

import org.jspecify.annotations.NullMarked;
