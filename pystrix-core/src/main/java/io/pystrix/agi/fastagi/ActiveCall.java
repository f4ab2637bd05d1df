package io.pystrix.agi.fastagi;

import java.time.Instant;

import io.pystrix.agi.AgiRequest;

/**
 * A call whose script is running.
 *
 * @param request what was called
 * @param started since when
 */
public record ActiveCall(AgiRequest request, Instant started) {

}
