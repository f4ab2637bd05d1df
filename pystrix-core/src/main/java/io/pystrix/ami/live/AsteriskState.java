package io.pystrix.ami.live;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.pystrix.ami.AmiEvent;
import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.EventList;
import io.pystrix.ami.EventsLostEvent;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;
import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.event.CoreShowChannelEvent;
import io.pystrix.ami.event.FullyBootedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels of an Asterisk, kept up to date by its events. After each connect, and
 * whenever events were lost, it asks for the list of channels while events go on, and
 * puts both together. Reading takes no lock and may be done by any thread; the user of
 * the manager must be allowed to read the classes {@code call} and {@code dialplan}, and
 * to write {@code system} or {@code reporting}.
 */
public final class AsteriskState implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(AsteriskState.class);

	private static final Pattern EVENTS = Pattern
		.compile("Newchannel|Newstate|Newexten|NewCallerid|Hangup|FullyBooted");

	private final Manager manager;

	private final Map<String, LiveChannel> channels = new ConcurrentHashMap<>();

	/**
	 * The channels that have gone while a list is on its way, which may still have them.
	 */
	private final Set<String> gone = new HashSet<>();

	private final Registration events;

	private final Registration states;

	private volatile SyncStatus status = SyncStatus.STALE;

	private int synchronization;

	/**
	 * Starts to follow an Asterisk.
	 * @param manager the manager, connected or not
	 */
	public AsteriskState(Manager manager) {
		this.manager = manager;
		this.events = manager.registerCallback(EVENTS, new Follower(), CallbackOptions.DEFAULTS.withName("live"));
		this.states = manager.addStateListener((change, source) -> {
			if (change.current() == ConnectionState.CONNECTED) {
				synchronize();
			}
			else if (change.previous() == ConnectionState.CONNECTED) {
				this.status = SyncStatus.STALE;
			}
		});
		if (manager.isConnected()) {
			synchronize();
		}
	}

	/**
	 * How far the snapshots can be trusted.
	 * @return the status at this moment
	 */
	public SyncStatus status() {
		return this.status;
	}

	/**
	 * All channels.
	 * @return a snapshot in no particular order
	 */
	public List<LiveChannel> channels() {
		return List.copyOf(this.channels.values());
	}

	/**
	 * One channel.
	 * @param uniqueid its id
	 * @return the channel, empty if there is none
	 */
	public Optional<LiveChannel> channel(String uniqueid) {
		return Optional.ofNullable(this.channels.get(uniqueid));
	}

	/**
	 * Stops following; the last snapshots stay readable.
	 */
	@Override
	public void close() {
		this.events.close();
		this.states.close();
		this.status = SyncStatus.STALE;
	}

	private void synchronize() {
		int number = begin();
		this.manager.sendActionAsync(new CoreShowChannelsAction())
			.whenComplete((list, failure) -> complete(number, list, failure));
	}

	private synchronized int begin() {
		this.status = SyncStatus.SYNCHRONISING;
		this.gone.clear();
		this.channels.clear();
		return ++this.synchronization;
	}

	private synchronized void complete(int number, @Nullable EventList<CoreShowChannelEvent> list,
			@Nullable Throwable failure) {
		if (number != this.synchronization) {
			return;
		}
		if (list == null) {
			logger.warn("The channels of Asterisk could not be listed", failure);
			this.status = SyncStatus.STALE;
			return;
		}
		for (CoreShowChannelEvent item : list) {
			// What an event has told meanwhile is newer than the list
			if (!this.gone.contains(item.uniqueid())) {
				this.channels.putIfAbsent(item.uniqueid(), LiveChannel.of(item));
			}
		}
		this.gone.clear();
		this.status = SyncStatus.LIVE;
	}

	private synchronized void apply(AmiEvent event) {
		LiveChannel channel = LiveChannel.of(event);
		if (!event.name().equals("Hangup")) {
			this.channels.put(channel.uniqueid(), channel);
			return;
		}
		this.channels.remove(channel.uniqueid());
		if (this.status == SyncStatus.SYNCHRONISING) {
			this.gone.add(channel.uniqueid());
		}
	}

	/**
	 * How far the snapshots can be trusted.
	 */
	public enum SyncStatus {

		/** They are what they were when the connection was lost, if there was one. */
		STALE,

		/** They are being filled. */
		SYNCHRONISING,

		/** They are whole and up to date. */
		LIVE

	}

	private final class Follower implements AmiEventCallback<AmiEvent> {

		@Override
		public void onEvent(AmiEvent event, Manager manager) {
			if (!(event instanceof FullyBootedEvent)) {
				apply(event);
			}
			else if (status() == SyncStatus.STALE) {
				// Asterisk lets users in before it has loaded what they ask for
				synchronize();
			}
		}

		@Override
		public void onEventsLost(EventsLostEvent event, Manager manager) {
			synchronize();
		}

	}

}
