package io.pystrix.demo.ivr.callback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A request to be called back.
 *
 * @param id its key, {@code null} before it is saved
 * @param number whom to call
 * @param queue the queue that the caller is connected with
 * @param state where it stands
 * @param requestedAt when the caller asked
 * @param attempts how many calls were placed
 * @param nextAttemptAt not to be called before, unless somebody asks for it
 * @param outcome how the last attempt ended, {@code null} before the first has
 */
public record Callback(@Id @Nullable Long id, String number, String queue, CallbackState state, Instant requestedAt,
		int attempts, Instant nextAttemptAt, @Nullable String outcome) {

	static Callback requested(String number, String queue, Instant now) {
		return new Callback(null, number, queue, CallbackState.WAITING, now, 0, now, null);
	}

}
