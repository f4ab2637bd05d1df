package io.pystrix.ami.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Calls: which channels belong together.
 */
final class CallMembers {

	// The channel that began the call gave it its id
	private static final Comparator<LiveChannel> OLDEST_FIRST = Comparator
		.comparing((LiveChannel channel) -> !channel.uniqueid().equals(channel.linkedid()))
		.thenComparing(LiveChannel::createdAt, Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing(LiveChannel::uniqueid);

	private final Store<LiveCall> calls;

	private final Store<LiveChannel> channels;

	CallMembers(Store<LiveCall> calls, Store<LiveChannel> channels) {
		this.calls = calls;
		this.channels = channels;
	}

	/** A channel has changed, has come (no {@code before}) or gone (no {@code after}). */
	void changed(@Nullable LiveChannel before, @Nullable LiveChannel after) {
		if (before != null && (after == null || !after.linkedid().equals(before.linkedid()))) {
			leave(before);
		}
		if (after != null) {
			LiveCall call = this.calls.get(after.linkedid());
			this.calls.put((call != null) ? joined(call, after) : begun(after));
		}
	}

	/** Somebody wants a channel to end: the first one has ended the call. */
	void hangupRequested(String uniqueid, OptionalInt cause) {
		LiveChannel channel = this.channels.get(uniqueid);
		if (channel != null) {
			ended(channel, cause);
		}
	}

	/** Puts the calls together anew out of all channels. */
	void rebuild(List<LiveChannel> all) {
		Map<String, List<LiveChannel>> groups = new HashMap<>();
		all.stream()
			.sorted(OLDEST_FIRST)
			.forEach((channel) -> groups.computeIfAbsent(channel.linkedid(), (id) -> new ArrayList<>()).add(channel));
		for (LiveCall call : this.calls.all()) {
			List<String> present = groups.getOrDefault(call.linkedid(), List.of())
				.stream()
				.map(LiveChannel::uniqueid)
				.toList();
			if (present.isEmpty()) {
				this.calls.remove(call.linkedid());
			}
			else {
				List<String> stayed = new ArrayList<>(call.channels());
				stayed.retainAll(present);
				this.calls.put(call.withChannels(List.copyOf(stayed)));
			}
		}
		groups.values().forEach((group) -> group.forEach((channel) -> changed(channel, channel)));
	}

	private void leave(LiveChannel channel) {
		if (channel.hangupCause().isPresent()) {
			ended(channel, channel.hangupCause());
		}
		LiveCall call = this.calls.get(channel.linkedid());
		if (call == null) {
			return;
		}
		LiveCall rest = call
			.withChannels(call.channels().stream().filter((id) -> !id.equals(channel.uniqueid())).toList());
		if (rest.channels().isEmpty()) {
			this.calls.remove(rest);
		}
		else {
			this.calls.put(rest);
		}
	}

	private void ended(LiveChannel channel, OptionalInt cause) {
		LiveCall call = this.calls.get(channel.linkedid());
		if (call != null && call.hangupBy() == null) {
			this.calls.put(call.hungUp(channel.name(), cause));
		}
	}

	private static LiveCall begun(LiveChannel channel) {
		return new LiveCall(channel.linkedid(), List.of(channel.uniqueid()), channel.caller(),
				channel.position().exten(), channel.createdAt(), channel.answeredAt(), null, OptionalInt.empty());
	}

	private static LiveCall joined(LiveCall call, LiveChannel channel) {
		boolean first = channel.uniqueid().equals(call.linkedid());
		Set<String> ids = new LinkedHashSet<>(call.channels());
		ids.add(channel.uniqueid());
		// What began the call may learn who calls only after it has appeared
		return new LiveCall(call.linkedid(), List.copyOf(ids), first ? channel.caller() : call.caller(), call.dialed(),
				first ? channel.createdAt() : call.startedAt(), first ? channel.answeredAt() : call.answeredAt(),
				call.hangupBy(), call.hangupCause());
	}

}
