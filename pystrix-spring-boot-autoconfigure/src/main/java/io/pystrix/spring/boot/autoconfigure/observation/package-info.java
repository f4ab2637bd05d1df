/**
 * Observations of scripts, actions and listeners: how long they take, for meters, and
 * what belongs to what, for traces.
 * <p>
 * For each there is a context, the documentation of its names and keys, and a convention
 * that a bean can replace. The observers are made by the auto-configurations; those who
 * make a {@code ScriptRegistry} or a {@code Manager} by themselves may add them by hand.
 */
@NullMarked
package io.pystrix.spring.boot.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
