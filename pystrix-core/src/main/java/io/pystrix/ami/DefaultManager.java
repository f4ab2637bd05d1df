package io.pystrix.ami;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.ami.message.EventList;
import io.pystrix.ami.message.OutcomeAction;
import io.pystrix.internal.CompletionExecutor;
import io.pystrix.internal.Loggable;
import io.pystrix.internal.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front of the engine: what users call, on whatever thread they are.
 */
final class DefaultManager implements Manager {

	private static final Logger logger = LoggerFactory.getLogger(Manager.class);

	/** A change of state is small, and all but the newest of so many may be forgotten. */
	private static final CallbackOptions STATE_LISTENER = CallbackOptions.DEFAULTS.withQueueCapacity(1000)
		.withOverflow(OverflowPolicy.DROP_OLDEST);

	private final ManagerSettings settings;

	private final EventTypes types;

	private final EventDispatcher dispatcher;

	private final StatusBoard status = new StatusBoard();

	private final ScheduledThreadPoolExecutor timer;

	private final CompletionExecutor executor;

	private final ActionSender sender;

	private final Set<CompletableFuture<?>> waiting = ConcurrentHashMap.newKeySet();

	private final ReentrantLock lifecycle = new ReentrantLock();

	private volatile @Nullable ConnectionKeeper keeper;

	private volatile boolean closed;

	DefaultManager(ManagerSettings settings) {
		this.settings = settings;
		this.types = new EventTypes(settings.eventTypes());
		this.dispatcher = new EventDispatcher(this.types);
		// Two, so that a ping which is stuck in a full link does not hold up its own
		// check
		this.timer = new ScheduledThreadPoolExecutor(2, Threads.daemon("ami-timer"));
		this.timer.setRemoveOnCancelPolicy(true);
		// Nothing that is closed has to be timed: it has failed already
		this.timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
		this.executor = new CompletionExecutor("ami-completion-", settings.executor(), settings.actionTimeout(),
				logger);
		this.sender = new ActionSender(this::requireConnection, settings.actionTimeout(), this.timer, this.executor,
				new ActionListeners(settings.actionListeners(), this));
	}

	@Override
	public void connect() {
		ConnectionKeeper keeper = keep(false);
		try {
			keeper.firstAttempt().get();
			if (keeper.connection() == null) {
				throw notConnected();
			}
		}
		catch (ExecutionException ex) {
			throw ActionSender.rethrown(ex);
		}
		catch (InterruptedException ex) {
			throw ActionSender.interrupted("connecting");
		}
	}

	@Override
	public CompletableFuture<Void> connectAsync() {
		CompletableFuture<Void> connected = new CompletableFuture<>();
		keep(true).firstConnect().whenComplete((done, failure) -> this.executor.execute(() -> {
			if (failure != null) {
				connected.completeExceptionally(failure);
			}
			else {
				connected.complete(null);
			}
		}));
		return connected;
	}

	private ConnectionKeeper keep(boolean patient) {
		this.lifecycle.lock();
		try {
			if (this.closed) {
				throw new ManagerConnectionException("The manager is closed");
			}
			ConnectionKeeper current = this.keeper;
			if (current != null && !current.isOver() && (!patient || current.bePatient())) {
				return current;
			}
			ConnectionKeeper started = new ConnectionKeeper(this.settings, this.dispatcher, this.status, this.timer,
					this::connectionLost, patient);
			this.keeper = started;
			try {
				started.start();
			}
			catch (RuntimeException | Error ex) {
				this.keeper = null;
				throw ex;
			}
			return started;
		}
		finally {
			this.lifecycle.unlock();
		}
	}

	@Override
	public void disconnect() {
		this.lifecycle.lock();
		try {
			ConnectionKeeper current = this.keeper;
			if (current != null) {
				this.keeper = null;
				current.stop();
				this.status.change(ConnectionState.DISCONNECTED, null);
			}
		}
		finally {
			this.lifecycle.unlock();
		}
	}

	@Override
	public void close() {
		// First, so that nobody connects in between
		this.closed = true;
		disconnect();
		this.status.change(ConnectionState.CLOSED, null);
		connectionLost(new ManagerConnectionException("The manager is closed"));
		// What is timed ends by itself, and may be all that still ends a future
		this.timer.shutdown();
		this.dispatcher.close();
		this.status.close();
	}

	@Override
	public ManagerStatus status() {
		return this.status.snapshot(connection(), this.dispatcher);
	}

	@Override
	public <R> R sendAction(AmiAction<R> action) {
		return sendAction(action, this.settings.actionTimeout());
	}

	@Override
	public <R> R sendAction(AmiAction<R> action, Duration timeout) {
		return this.sender.send(action, timeout).resultOf(action);
	}

	@Override
	public AmiResponse exchange(AmiAction<?> action) {
		return this.sender.send(action, this.settings.actionTimeout()).response();
	}

	@Override
	public <R> CompletableFuture<R> sendActionAsync(AmiAction<R> action) {
		return this.sender.sendAsync(action);
	}

	@Override
	public <E extends AmiEvent> CompletableFuture<EventList<E>> sendActionAsync(AmiAction<EventList<E>> action,
			AmiEventCallback<? super E> items) {
		return this.sender.stream(action, (event) -> {
			// The action says what is an item: it makes a list of this one and its end
			for (E item : action.result(new AmiResponse(event.headers()), List.of(event, event))) {
				items.onEvent(item, this);
			}
		});
	}

	@Override
	public <R> CompletableFuture<R> perform(OutcomeAction<R> action) {
		OutcomeAction<R> prepared = action.prepared();
		String outcomeEvent = prepared.outcomeEvent();
		// A deadline beyond what a long holds counts as never
		long deadline = TimeUnit.NANOSECONDS.convert(prepared.deadline());
		CompletableFuture<R> result = new CompletableFuture<>();
		awaited(result, outcomeEvent, (name, known) -> name.equals(outcomeEvent), (event) -> {
			try {
				if (prepared.isOutcome(event)) {
					result.complete(prepared.outcome(event));
				}
			}
			catch (Throwable ex) {
				result.completeExceptionally(Loggable.of(ex));
			}
		});
		try {
			sendActionAsync(prepared).whenComplete((response, failure) -> {
				if (failure != null) {
					result.completeExceptionally(failure);
				}
			});
		}
		catch (RuntimeException | Error ex) {
			result.cancel(false);
			throw ex;
		}
		Runnable expire = () -> result.completeExceptionally(
				new ManagerTimeoutException("No %s event reported the outcome of action %s within %d ms"
					.formatted(outcomeEvent, action.name(), TimeUnit.NANOSECONDS.toMillis(deadline)), List.of()));
		var expiry = this.timer.schedule(() -> this.executor.execute(expire), deadline, TimeUnit.NANOSECONDS);
		result.whenComplete((value, failure) -> expiry.cancel(false));
		return result;
	}

	@Override
	public <E extends AmiEvent> CompletableFuture<E> nextEvent(Class<E> type, Predicate<? super E> condition) {
		CompletableFuture<E> result = new CompletableFuture<>();
		this.types.checkKnown(type);
		awaited(result, type.getSimpleName(), (name, known) -> type.isAssignableFrom(known), (event) -> {
			try {
				E candidate = type.cast(event);
				if (condition.test(candidate)) {
					result.complete(candidate);
				}
			}
			catch (Throwable ex) {
				result.completeExceptionally(Loggable.of(ex));
			}
		});
		return result;
	}

	/** Registers for as long as a future is not complete. */
	private void awaited(CompletableFuture<?> result, String description, BiPredicate<String, Class<?>> wanted,
			MailboxRegistration.Handler<AmiEvent> handler) {
		this.waiting.add(result);
		MailboxRegistration<AmiEvent> registration = new MailboxRegistration<>(description, CallbackOptions.DEFAULTS,
				handler, (lost) -> {
				}, this.dispatcher::unregister);
		try {
			this.dispatcher.registerTemporary(registration, wanted);
		}
		catch (RuntimeException | Error ex) {
			this.waiting.remove(result);
			throw ex;
		}
		unlessClosed(registration);
		result.whenComplete((value, failure) -> {
			this.waiting.remove(result);
			registration.close();
		});
		if (this.closed) {
			result.completeExceptionally(new ManagerConnectionException("The manager is closed"));
		}
	}

	private void connectionLost(ManagerException reason) {
		this.waiting.forEach((result) -> this.executor.execute(() -> result.completeExceptionally(reason)));
	}

	@Override
	public <E extends AmiEvent> Registration registerCallback(Class<E> type, AmiEventCallback<? super E> callback,
			CallbackOptions options) {
		this.types.checkKnown(type);
		return register(type.getSimpleName(), options, (name, known) -> type.isAssignableFrom(known),
				(event) -> callback.onEvent(type.cast(event), this), callback);
	}

	@Override
	public Registration registerCallback(String name, AmiEventCallback<AmiEvent> callback, CallbackOptions options) {
		if (name.isEmpty()) {
			throw new IllegalArgumentException("The name of an event must not be empty");
		}
		return register(name, options, (candidate, known) -> candidate.equals(name),
				(event) -> callback.onEvent(event, this), callback);
	}

	@Override
	public Registration registerCallback(Pattern names, AmiEventCallback<AmiEvent> callback, CallbackOptions options) {
		return register(names.pattern(), options, (candidate, known) -> names.matcher(candidate).matches(),
				(event) -> callback.onEvent(event, this), callback);
	}

	private Registration register(String description, CallbackOptions options, BiPredicate<String, Class<?>> wanted,
			MailboxRegistration.Handler<AmiEvent> handler, AmiEventCallback<?> callback) {
		MailboxRegistration<AmiEvent> mailbox = new MailboxRegistration<>(description, options, handler,
				(count) -> callback.onEventsLost(new EventsLostEvent(count), this), this.dispatcher::unregister);
		this.dispatcher.register(mailbox, wanted);
		return unlessClosed(mailbox);
	}

	@Override
	public Registration registerOrphanCallback(AmiResponseCallback callback) {
		MailboxRegistration<AmiResponse> mailbox = new MailboxRegistration<>("orphans", CallbackOptions.DEFAULTS,
				(response) -> callback.onResponse(response, this), (count) -> {
				}, this.dispatcher::unregisterOrphans);
		this.dispatcher.registerOrphans(mailbox);
		return unlessClosed(mailbox);
	}

	@Override
	public Registration addStateListener(ConnectionStateListener listener) {
		MailboxRegistration<StatusBoard.Notice> mailbox = new MailboxRegistration<>("state", STATE_LISTENER,
				(notice) -> notice.to(listener, this), (count) -> {
				}, this.status::unregister);
		this.status.register(mailbox);
		return unlessClosed(mailbox);
	}

	/** Nobody would end the thread of a callback that comes after the end. */
	private Registration unlessClosed(MailboxRegistration<?> mailbox) {
		if (this.closed) {
			mailbox.close();
		}
		return mailbox;
	}

	@Override
	public List<Registration> registrations() {
		return this.dispatcher.registrations();
	}

	@Override
	public void addRegistrationListener(Runnable listener) {
		this.dispatcher.addListener(listener);
	}

	@Override
	public void removeRegistrationListener(Runnable listener) {
		this.dispatcher.removeListener(listener);
	}

	private @Nullable Connection connection() {
		ConnectionKeeper current = this.keeper;
		return (current != null) ? current.connection() : null;
	}

	private Connection requireConnection() {
		Connection connection = connection();
		if (connection == null) {
			throw notConnected();
		}
		return connection;
	}

	private ManagerConnectionException notConnected() {
		ManagerStatus status = status();
		return new ManagerConnectionException("Not connected to Asterisk: " + status.state(), status.lastFailure(),
				status.shuttingDown());
	}

}
