/**
 * Which release of Asterisk the fake Asterisk plays, and what differs by release.
 * <p>
 * {@link io.pystrix.test.release.AsteriskRelease} is what a test chooses.
 * {@link io.pystrix.test.release.Habit} is the table of what differs, each line with the
 * source file of Asterisk and the tags that it was read in. Nothing of it is shared with
 * the library under test. This package uses no other package of the module.
 */
@NullMarked
package io.pystrix.test.release;

import org.jspecify.annotations.NullMarked;
