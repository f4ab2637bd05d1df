/**
 * A fake Asterisk for tests, whole.
 * <p>
 * {@link io.pystrix.test.AsteriskSimulator} joins the two halves,
 * {@link io.pystrix.test.ami} and {@link io.pystrix.test.agi}, by a small PBX,
 * {@link io.pystrix.test.pbx}: an {@code Originate} makes channels, runs their
 * extensions, calls the FastAGI server under test, and raises the events that Asterisk 22
 * raises. {@link io.pystrix.test.junit} gives the whole to JUnit tests.
 */
@NullMarked
package io.pystrix.test;

import org.jspecify.annotations.NullMarked;
