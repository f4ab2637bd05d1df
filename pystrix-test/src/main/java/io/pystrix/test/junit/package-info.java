/**
 * The fake Asterisk as a parameter of JUnit tests.
 * <p>
 * {@link io.pystrix.test.junit.AsteriskTest} is all that a test needs to say,
 * {@link io.pystrix.test.junit.AsteriskExtension} is for a test that wants to say more.
 * Both need JUnit 6, which this module does not bring along; nothing outside of this
 * package does.
 */
@NullMarked
package io.pystrix.test.junit;

import org.jspecify.annotations.NullMarked;
