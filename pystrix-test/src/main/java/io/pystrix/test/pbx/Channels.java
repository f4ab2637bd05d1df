package io.pystrix.test.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.pystrix.test.release.Habit;
import org.jspecify.annotations.Nullable;

/**
 * The channels that live, oldest first, and how they change and end. Guarded by the
 * {@link Monitor}.
 */
final class Channels {

	private final List<Channel> channels = new ArrayList<>();

	private final Events events;

	private Runnable observer = () -> {
	};

	Channels(Events events) {
		this.events = events;
	}

	/**
	 * Tell somebody when a channel has come or gone.
	 */
	void observer(Runnable observer) {
		this.observer = observer;
	}

	void add(Channel channel) {
		this.channels.add(channel);
		this.events.created(channel);
		this.observer.run();
	}

	List<Channel> all() {
		return List.copyOf(this.channels);
	}

	/**
	 * Find a channel by its name or its unique id.
	 */
	@Nullable Channel find(String id) {
		return first((channel) -> channel.name.equals(id) || channel.uniqueid.equals(id));
	}

	@Nullable Channel first(Predicate<Channel> wanted) {
		return this.channels.stream().filter(wanted).findFirst().orElse(null);
	}

	/**
	 * Set a variable and tell it.
	 */
	void variable(Channel channel, String name, String value) {
		channel.variables.put(name, value);
		this.events.variable(channel, name, value);
	}

	void state(Channel channel, ChannelState state) {
		if (channel.state != state) {
			channel.state = state;
			this.events.state(channel);
			if (channel.moved) {
				channel.moved = false;
				this.events.executing(channel);
			}
		}
	}

	/**
	 * Answer: of a pair of Local channels both.
	 */
	void answer(Channel channel) {
		if (!channel.isUp()) {
			state(channel, ChannelState.UP);
			Channel other = channel.livingOther();
			if (other != null) {
				state(other, ChannelState.UP);
			}
		}
	}

	/**
	 * Tell whoever calls the other half that it rings here.
	 */
	void ring(Channel channel) {
		Channel other = channel.livingOther();
		if (!channel.isUp() && other != null && other.state == ChannelState.DOWN) {
			other.progress = Channel.Progress.RINGING;
			state(other, ChannelState.RINGING);
		}
	}

	/**
	 * Tell whoever calls the other half that nobody can come.
	 */
	void refuse(Channel channel, Channel.Progress progress, int cause) {
		channel.cause = cause;
		Channel other = channel.livingOther();
		if (!channel.isUp()) {
			state(channel, ChannelState.BUSY);
			if (other != null) {
				other.progress = progress;
			}
		}
	}

	/**
	 * Let a channel disappear that nobody was to know.
	 */
	void vanish(Channel channel) {
		channel.hungUp = true;
		channel.gone = true;
		this.channels.remove(channel);
		this.events.hungUp(channel);
		this.observer.run();
	}

	/**
	 * Whether this release has a habit.
	 */
	boolean has(Habit habit) {
		return this.events.has(habit);
	}

	/**
	 * A channel that nothing runs on any more disappears, and its other half is told to
	 * hang up.
	 */
	void end(Channel channel) {
		if (channel.gone) {
			return;
		}
		channel.hungUp = true;
		this.events.musicStops(channel);
		channel.recordings.forEach((recording) -> this.events.raise(Events.event("MixMonitorStop", "call", channel)));
		Channel other = channel.livingOther();
		if (other != null) {
			String dialled = channel.variables.get("DIALSTATUS");
			if (dialled != null && !channel.isFirst() && has(Habit.PBX_TELLS_LOCAL_STATUS)) {
				variable(other, "CHANLOCALSTATUS", dialled);
			}
			this.events.hangupRequested(other, channel.cause);
			other.hangUp(channel.cause);
		}
		vanish(channel);
	}

}
