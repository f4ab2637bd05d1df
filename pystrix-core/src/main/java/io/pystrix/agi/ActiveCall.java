package io.pystrix.agi;

import java.time.Instant;

/**
 * A call whose script is running.
 *
 * @param request what was called
 * @param started since when
 * @since 0.1.0
 */
public record ActiveCall(AgiRequest request, Instant started) {

}
