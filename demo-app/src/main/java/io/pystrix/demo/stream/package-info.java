/**
 * Tells browsers what there is, and then what changes.
 * <p>
 * A {@link io.pystrix.demo.stream.Section} is a table of
 * {@link io.pystrix.demo.stream.Item}s that somebody else keeps. {@code Broadcast} looks
 * at all of them a few times a second while a page is open, and gives every
 * {@code Viewer}, which is one open page, the same difference to what it said before. A
 * page that opens is given everything first, and one that does not keep up is cut off: it
 * comes back and is given everything.
 */
@NullMarked
package io.pystrix.demo.stream;

import org.jspecify.annotations.NullMarked;
