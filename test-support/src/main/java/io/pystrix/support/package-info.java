/**
 * What the tests of all modules share: {@link io.pystrix.support.AwaitilityDefaults} is
 * found by JUnit, {@link io.pystrix.support.PublicApi} lists what is public.
 */
@NullMarked
package io.pystrix.support;

import org.jspecify.annotations.NullMarked;
