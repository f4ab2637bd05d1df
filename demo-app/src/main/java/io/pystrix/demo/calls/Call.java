package io.pystrix.demo.calls;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.demo.stream.Item;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call at one moment. The news of a call come from several threads and
 * in any order, so each change takes only what is new.
 *
 * @param id the unique id of its channel
 * @param destination the extension that was called
 * @param channel the name of its channel, {@code null} until there is one
 * @param script the path of the script that took it, {@code null} until one did
 * @param state how far it has come
 * @param digits the keys that interrupted a prompt, and where in samples
 * @param outcome what became of it, {@code null} until something did
 * @param startedAt when it was placed or arrived
 * @param endedAt when it was over, {@code null} until it is
 * @param hangupCause why its channel was hung up, {@code null} until it was
 */
public record Call(String id, String destination, @Nullable String channel, @Nullable String script, CallState state,
		List<DtmfInterrupt> digits, @Nullable String outcome, Instant startedAt, @Nullable Instant endedAt,
		@Nullable HangupCause hangupCause) implements Item {

	static Call placed(String id, String destination) {
		return new Call(id, destination, null, null, CallState.PLACED, List.of(), null, Instant.now(), null, null);
	}

	/**
	 * Takes note of its channel.
	 * @param channel the name
	 * @return the call as it is now
	 */
	Call channel(String channel) {
		return new Call(this.id, this.destination, channel, this.script, this.state, this.digits, this.outcome,
				this.startedAt, this.endedAt, this.hangupCause);
	}

	/**
	 * Takes note of how far it has come.
	 * @param reached the state, ignored if the call is further
	 * @return the call as it is now
	 */
	Call reached(CallState reached) {
		return new Call(this.id, this.destination, this.channel, this.script, this.state.orLater(reached), this.digits,
				this.outcome, this.startedAt, this.endedAt, this.hangupCause);
	}

	/**
	 * Takes note of the script that runs on it.
	 * @param path the path of the script
	 * @return the call as it is now
	 */
	Call script(String path) {
		return new Call(this.id, this.destination, this.channel, path, this.state, this.digits, this.outcome,
				this.startedAt, this.endedAt, this.hangupCause)
			.reached(CallState.IN_SCRIPT);
	}

	/**
	 * Takes note of a key that interrupted a prompt, which is an outcome.
	 * @param hit the key and where the prompt stopped
	 * @return the call as it is now
	 */
	Call pressed(DtmfInterrupt hit) {
		List<DtmfInterrupt> more = Stream.concat(this.digits.stream(), Stream.of(hit)).toList();
		return new Call(this.id, this.destination, this.channel, this.script, this.state, more,
				"digit " + hit.digit() + " at " + hit.offset(), this.startedAt, this.endedAt, this.hangupCause);
	}

	/**
	 * Takes note of what became of it.
	 * @param outcome the outcome, ignored if there is one
	 * @return the call as it is now
	 */
	Call outcome(String outcome) {
		return new Call(this.id, this.destination, this.channel, this.script, this.state, this.digits,
				(this.outcome != null) ? this.outcome : outcome, this.startedAt, this.endedAt, this.hangupCause);
	}

	/**
	 * Takes note that it was sent elsewhere, which is the outcome whatever was before:
	 * the script that it was taken from saw a hang-up.
	 * @param extension where to
	 * @return the call as it is now
	 */
	Call transferred(String extension) {
		return new Call(this.id, this.destination, this.channel, this.script, this.state, this.digits,
				"transferred to " + extension, this.startedAt, this.endedAt, this.hangupCause);
	}

	/**
	 * Takes note that its channel is gone.
	 * @param cause why, {@code null} if nobody knows
	 * @return the call as it is now
	 */
	Call ended(@Nullable HangupCause cause) {
		return new Call(this.id, this.destination, this.channel, this.script, this.state.orLater(CallState.ENDED),
				this.digits, this.outcome, this.startedAt, (this.endedAt != null) ? this.endedAt : Instant.now(),
				(cause != null) ? cause : this.hangupCause)
			.outcome((cause != null) ? "hung up" : "lost");
	}

	/**
	 * Takes note that it was never answered, which may be known after its channel is
	 * gone. Ignored if a script took it.
	 * @param reason why
	 * @return the call as it is now
	 */
	Call failed(String reason) {
		if (this.script != null) {
			return this;
		}
		return new Call(this.id, this.destination, this.channel, null, CallState.FAILED, this.digits,
				"failed: " + reason, this.startedAt, (this.endedAt != null) ? this.endedAt : Instant.now(),
				this.hangupCause);
	}

}
