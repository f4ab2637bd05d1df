package io.pystrix.spring.agi;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiRequest;
import org.jspecify.annotations.Nullable;

/**
 * What there is to call a method with.
 *
 * @param agi the call
 * @param request what was called
 * @param failure what the script threw, {@code null} if the method is the script
 */
record Invocation(Agi agi, AgiRequest request, @Nullable Throwable failure) {

}
