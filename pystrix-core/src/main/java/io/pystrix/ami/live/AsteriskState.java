package io.pystrix.ami.live;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.ConnectionStateChange;
import io.pystrix.ami.ConnectionStateListener;
import io.pystrix.ami.EventsLostEvent;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;
import io.pystrix.ami.event.FullyBootedEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on in an Asterisk, kept up to date by its events: channels, calls, bridges,
 * queues, devices, extensions, PJSIP endpoints, conferences, parked calls and voice
 * mailboxes.
 * <p>
 * After each connect, and whenever events were lost, it asks for lists of all of them
 * while events go on, and puts both together; until then its {@linkplain #status status}
 * is {@link SyncStatus#SYNCHRONISING}. What it shows meanwhile is what it knew before.
 * <p>
 * Everything it returns is immutable. Reading takes no lock and may be done by any
 * thread. Two questions are answered at two moments: a channel that a call names may have
 * gone when it is looked up.
 * <p>
 * The user of the manager should be allowed to read the classes {@code call},
 * {@code dialplan}, {@code agent} and {@code system}, and to write {@code call},
 * {@code reporting} and {@code system}. What the user may not list, or what Asterisk has
 * not loaded, is known from events alone.
 *
 * @since 0.1.0
 */
public final class AsteriskState implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(AsteriskState.class);

	private static final String FULLY_BOOTED = "FullyBooted";

	private final Manager manager;

	private final ChangeHub changes = new ChangeHub();

	private final LiveModel model = new LiveModel(this.changes::publish, this::refresh);

	private final Registration events;

	private final Registration states;

	private volatile SyncStatus status = SyncStatus.STALE;

	// The round of lists that counts; those before it do not any more
	private @Nullable Synchronization synchronization;

	// How many events are still older than the lists, while the status waits for them
	private long backlog = 0;

	private boolean closed = false;

	/**
	 * Starts to follow an Asterisk.
	 * @param manager the manager, connected or not
	 */
	public AsteriskState(Manager manager) {
		this.manager = manager;
		Pattern names = Pattern.compile(Stream.concat(this.model.events().stream(), Stream.of(FULLY_BOOTED))
			.sorted()
			.collect(Collectors.joining("|")));
		this.events = manager.registerCallback(names, new Follower(), CallbackOptions.DEFAULTS.withName("live"));
		this.states = manager.addStateListener(new ConnectionFollower());
		if (manager.isConnected()) {
			synchronize();
		}
	}

	/**
	 * Whose events it follows.
	 * @return the manager
	 */
	public Manager manager() {
		return this.manager;
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
	 * @return the channels in no particular order
	 */
	public List<LiveChannel> channels() {
		return this.model.channels().all();
	}

	/**
	 * One channel.
	 * @param uniqueid its id
	 * @return the channel, empty if there is none
	 */
	public Optional<LiveChannel> channel(String uniqueid) {
		return this.model.channels().find(uniqueid);
	}

	/**
	 * One channel.
	 * @param name its name, such as {@code PJSIP/100-00000001}
	 * @return the channel, empty if there is none
	 */
	public Optional<LiveChannel> channelByName(String name) {
		return channels().stream().filter((channel) -> channel.name().equals(name)).findFirst();
	}

	/**
	 * All calls.
	 * @return the calls in no particular order
	 */
	public List<LiveCall> calls() {
		return this.model.calls().all();
	}

	/**
	 * One call.
	 * @param linkedid the id that its channels have in common
	 * @return the call, empty if there is none
	 */
	public Optional<LiveCall> call(String linkedid) {
		return this.model.calls().find(linkedid);
	}

	/**
	 * All bridges.
	 * @return the bridges in no particular order
	 */
	public List<LiveBridge> bridges() {
		return this.model.bridges().all();
	}

	/**
	 * One bridge.
	 * @param bridgeId its id
	 * @return the bridge, empty if there is none
	 */
	public Optional<LiveBridge> bridge(String bridgeId) {
		return this.model.bridges().find(bridgeId);
	}

	/**
	 * All queues.
	 * @return the queues by name
	 */
	public List<LiveQueue> queues() {
		return this.model.queues()
			.all()
			.stream()
			.map(this::queue)
			.sorted(Comparator.comparing(LiveQueue::name))
			.toList();
	}

	/**
	 * One queue.
	 * @param name its name
	 * @return the queue, empty if there is none
	 */
	public Optional<LiveQueue> queue(String name) {
		return this.model.queues().find(name).map(this::queue);
	}

	private LiveQueue queue(QueueStatistics statistics) {
		String name = statistics.queue();
		List<LiveQueueMember> members = this.model.queueMembers()
			.all()
			.stream()
			.filter((member) -> member.queue().equals(name))
			.sorted(Comparator.comparing(LiveQueueMember::interfaceName))
			.toList();
		List<LiveQueueCaller> callers = this.model.queueCallers()
			.all()
			.stream()
			.filter((caller) -> caller.queue().equals(name))
			.sorted(Comparator.comparingInt(LiveQueueCaller::position))
			.toList();
		return new LiveQueue(name, statistics, members, callers);
	}

	/**
	 * The states of all devices that Asterisk knows a state of.
	 * @return the devices in no particular order
	 */
	public List<LiveDevice> devices() {
		return this.model.devices().all();
	}

	/**
	 * The state of a device.
	 * @param name its name, such as {@code PJSIP/100}
	 * @return the device, empty if no state of it was told
	 */
	public Optional<LiveDevice> device(String name) {
		return this.model.devices().find(name);
	}

	/**
	 * All extensions that have a hint.
	 * @return the extensions in no particular order
	 */
	public List<LiveExtension> extensions() {
		return this.model.extensions().all();
	}

	/**
	 * One extension that has a hint.
	 * @param exten its number
	 * @param context its context
	 * @return the extension, empty if there is none
	 */
	public Optional<LiveExtension> extension(String exten, String context) {
		return this.model.extensions().find(LiveExtension.id(exten, context));
	}

	/**
	 * All PJSIP endpoints.
	 * @return the endpoints in no particular order
	 */
	public List<LiveEndpoint> endpoints() {
		return this.model.endpoints().all();
	}

	/**
	 * One PJSIP endpoint.
	 * @param name its name
	 * @return the endpoint, empty if there is none
	 */
	public Optional<LiveEndpoint> endpoint(String name) {
		return this.model.endpoints().find(name);
	}

	/**
	 * All contacts of PJSIP endpoints.
	 * @return the contacts in no particular order
	 */
	public List<LiveContact> contacts() {
		return this.model.contacts().all();
	}

	/**
	 * All conferences of ConfBridge.
	 * @return the conferences in no particular order
	 */
	public List<LiveConference> conferences() {
		return this.model.conferences().all().stream().map(this::conference).toList();
	}

	/**
	 * One conference of ConfBridge.
	 * @param name its name
	 * @return the conference, empty if there is none
	 */
	public Optional<LiveConference> conference(String name) {
		return this.model.conferences().find(name).map(this::conference);
	}

	private LiveConference conference(ConferenceRoom room) {
		return new LiveConference(room.conference(), room.recording(),
				this.model.participants()
					.all()
					.stream()
					.filter((participant) -> participant.conference().equals(room.conference()))
					.toList());
	}

	/**
	 * All parked calls.
	 * @return the calls in no particular order
	 */
	public List<LiveParkedCall> parkedCalls() {
		return this.model.parkedCalls().all();
	}

	/**
	 * All voice mailboxes that Asterisk told of.
	 * @return the mailboxes in no particular order
	 */
	public List<LiveMailbox> mailboxes() {
		return this.model.mailboxes().all();
	}

	/**
	 * Has something run at each change of objects of one kind, in the order of the
	 * changes. It is given a thread and a queue of its own; if it does not keep up, the
	 * newest changes are lost and {@linkplain Registration#lost counted}. What it throws
	 * is logged.
	 * @param <T> the kind of objects
	 * @param type the kind of objects, {@link LiveObject} for all
	 * @param listener what to run
	 * @return the registration, which ends it
	 */
	public <T extends LiveObject> Registration onChange(Class<T> type, Consumer<? super StateChange<T>> listener) {
		return this.changes.listen(type, listener);
	}

	/**
	 * All changes as a stream, for user interfaces. Subscribe first and read the state
	 * afterwards to miss none. A subscriber that does not keep up loses the newest
	 * changes.
	 * @return the publisher
	 */
	public Flow.Publisher<StateChange<?>> changes() {
		return this.changes.changes();
	}

	/**
	 * Stops following; the last snapshots stay readable.
	 */
	@Override
	public void close() {
		this.events.close();
		this.states.close();
		synchronized (this) {
			this.closed = true;
			becomeStale();
		}
		this.changes.close();
	}

	private synchronized void synchronize() {
		if (this.closed) {
			return;
		}
		if (this.manager.status().shuttingDown()) {
			// It refuses every list. Events go on and are applied
			becomeStale();
			return;
		}
		this.status = SyncStatus.SYNCHRONISING;
		this.backlog = 0;
		this.synchronization = new Synchronization(this.manager, this::ifCurrent, this::ended);
		this.synchronization.run(this.model.parts());
	}

	private synchronized void ifCurrent(Synchronization round, Runnable task) {
		if (round == this.synchronization) {
			task.run();
		}
	}

	private void ended(Synchronization round, @Nullable Throwable failure) {
		if (failure != null) {
			logger.warn("The state of Asterisk could not be listed: {}", failure.getMessage());
			becomeStale();
			return;
		}
		// The lists have overtaken the events that wait
		this.backlog = this.events.queued();
		if (this.backlog == 0) {
			this.status = SyncStatus.LIVE;
		}
	}

	private synchronized void becomeStale() {
		this.status = SyncStatus.STALE;
		this.synchronization = null;
		this.backlog = 0;
	}

	private <E extends AmiEvent> void refresh(AmiAction<EventList<E>> action, Consumer<@Nullable List<E>> items) {
		Synchronization round = this.synchronization;
		if (round != null) {
			this.manager.sendActionAsync(action)
				.whenComplete(
						(list, failure) -> ifCurrent(round, () -> items.accept((list != null) ? list.items() : null)));
		}
	}

	/**
	 * Asks Asterisk for a queue again, after a change of which it sends no event, such as
	 * a reset of its statistics. Returns at once; listeners are notified of what has
	 * changed. Does nothing as long as the state does not follow a connection.
	 * @param name the name of the queue
	 */
	public synchronized void refreshQueue(String name) {
		this.model.refreshQueue(name);
	}

	private synchronized void apply(AmiEvent event) {
		try {
			this.model.apply(event);
		}
		finally {
			caughtUp();
		}
	}

	private void caughtUp() {
		if (this.backlog > 0 && --this.backlog == 0) {
			this.status = SyncStatus.LIVE;
		}
	}

	private synchronized void booted() {
		// Asterisk lets users in before it has loaded what they ask for
		// (main/manager.c, 13 to 23)
		if (this.status == SyncStatus.STALE || this.synchronization != null && this.synchronization.isPartial()) {
			synchronize();
		}
		else {
			caughtUp();
		}
	}

	/**
	 * How far the snapshots can be trusted.
	 *
	 * @since 0.1.0
	 */
	public enum SyncStatus {

		/**
		 * They are not up to date, or cannot be brought up to date: the connection was
		 * lost, or {@linkplain io.pystrix.ami.ManagerStatus#shuttingDown() Asterisk
		 * refuses} every list while it is shutting down.
		 */
		STALE,

		/** They are being filled. */
		SYNCHRONISING,

		/** They are whole and up to date. */
		LIVE

	}

	private final class ConnectionFollower implements ConnectionStateListener {

		@Override
		public void stateChanged(ConnectionStateChange change, Manager manager) {
			if (change.current() == ConnectionState.CONNECTED) {
				synchronize();
			}
			else if (change.previous() == ConnectionState.CONNECTED) {
				becomeStale();
			}
		}

		@Override
		public void shuttingDownChanged(boolean shuttingDown, Manager manager) {
			if (shuttingDown) {
				becomeStale();
			}
			else if (status() == SyncStatus.STALE && manager.isConnected()) {
				synchronize();
			}
		}

	}

	private final class Follower implements AmiEventCallback<AmiEvent> {

		@Override
		public void onEvent(AmiEvent event, Manager manager) {
			if (event instanceof FullyBootedEvent) {
				booted();
			}
			else {
				apply(event);
			}
		}

		@Override
		public void onEventsLost(EventsLostEvent event, Manager manager) {
			synchronize();
		}

	}

}
