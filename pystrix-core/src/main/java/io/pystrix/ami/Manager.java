package io.pystrix.ami;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.pystrix.NotForImplementation;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.ami.message.EventList;
import io.pystrix.ami.message.OutcomeAction;

/**
 * A connection to Asterisk's manager interface that is watched and made anew when it is
 * lost. Callbacks survive a lost connection; what happened in the meantime is not
 * replayed by Asterisk. All methods may be called from any thread, callbacks included.
 *
 * <pre class="code">
 * try (Manager manager = Manager.builder().host("pbx").credentials("admin", "secret").build()) {
 *     manager.registerCallback(HangupEvent.class, (event, m) -&gt; log.info("{} is gone", event.channel()));
 *     manager.connect();
 *     manager.sendAction(new PingAction());
 * }
 * </pre>
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Manager-Interface-AMI/">Asterisk
 * Manager Interface</a>
 */
@NotForImplementation
public interface Manager extends AutoCloseable {

	/**
	 * Starts the configuration of a manager.
	 * @return a builder with defaults for everything but the credentials
	 */
	static ManagerBuilder builder() {
		return new ManagerBuilder();
	}

	/**
	 * Connects, logs in if there are credentials, and waits for it. Does nothing if
	 * connected. Once connected, a lost connection is made anew in the background; while
	 * that is under way this method does not wait for it, but throws. While
	 * {@link #connectAsync} goes on trying it waits for one attempt at most. Keeps the
	 * JVM running until {@link #disconnect} or {@link #close}, or until the manager gives
	 * up.
	 * @throws ManagerConnectionException if no host can be reached, Asterisk refuses
	 * logins for now, a lost connection is not there again yet, or the manager is closed
	 * @throws ManagerAuthenticationException if Asterisk refuses the credentials
	 * @throws ManagerTimeoutException if Asterisk does not answer in time
	 */
	void connect();

	/**
	 * Connects in the background, and goes on trying as the {@link ReconnectPolicy} says.
	 * Does nothing if that is under way already. Keeps the JVM running until
	 * {@link #disconnect} or {@link #close}, or until the manager gives up.
	 * @return completed when connected for the first time; failed if the manager gives up
	 * or is closed
	 */
	CompletableFuture<Void> connectAsync();

	/**
	 * Logs off and closes the connection; pending actions fail. Callbacks stay
	 * registered, and the manager may be connected again. Does nothing if not connected.
	 */
	void disconnect();

	/**
	 * Disconnects for good and ends all callbacks. May be called more than once.
	 */
	@Override
	void close();

	/**
	 * How the manager is doing.
	 * @return a snapshot
	 */
	ManagerStatus status();

	/**
	 * The state of the connection.
	 * @return the state at this moment
	 */
	default ConnectionState state() {
		return status().state();
	}

	/**
	 * Whether actions can be sent.
	 * @return {@code true} if connected, and logged in if there are credentials
	 */
	default boolean isConnected() {
		return state() == ConnectionState.CONNECTED;
	}

	/**
	 * Sends an action and waits for its result, for a list until it has ended, for the
	 * {@linkplain ManagerBuilder#actionTimeout action timeout} at most.
	 * @param action the action
	 * @param <R> the type of the result
	 * @return the result
	 * @throws ActionFailedException if Asterisk answers with an error
	 * @throws ManagerConnectionException if not connected, or the connection is lost
	 * @throws ManagerTimeoutException if no answer comes in time
	 * @throws IllegalArgumentException if the action is too long for Asterisk
	 */
	<R> R sendAction(AmiAction<R> action);

	/**
	 * Sends an action and waits for its result.
	 * @param action the action
	 * @param timeout how long to wait
	 * @param <R> the type of the result
	 * @return the result
	 * @throws ManagerException as {@link #sendAction(AmiAction)}
	 */
	<R> R sendAction(AmiAction<R> action, Duration timeout);

	/**
	 * Sends an action without waiting. The future fails with what
	 * {@link #sendAction(AmiAction)} would throw, within the action timeout; it completes
	 * on the manager's executor, or on another thread if that refuses. Cancelling it
	 * discards the answer.
	 * @param action the action
	 * @param <R> the type of the result
	 * @return the result to come
	 * @throws IllegalArgumentException if the action is too long for Asterisk
	 */
	<R> CompletableFuture<R> sendActionAsync(AmiAction<R> action);

	/**
	 * Sends an action and hands over the items of its list while they arrive, so that a
	 * long list need not be kept. The callback is given them one at a time and in order,
	 * on a thread of its own; those that it has not taken yet wait in memory.
	 * @param action the action
	 * @param items is given the items
	 * @param <E> the type of the items
	 * @return the list without items, when the last item was taken; fails as
	 * {@link #sendActionAsync(AmiAction)}, after the items that had arrived were taken
	 * @throws IllegalArgumentException if the action is too long for Asterisk
	 */
	<E extends AmiEvent> CompletableFuture<EventList<E>> sendActionAsync(AmiAction<EventList<E>> action,
			AmiEventCallback<? super E> items);

	/**
	 * Sends an action and returns Asterisk's response, an error too.
	 * @param action the action
	 * @return the response
	 * @throws ManagerException as {@link #sendAction(AmiAction)}, but for errors
	 */
	AmiResponse exchange(AmiAction<?> action);

	/**
	 * Sends an action and waits for the event that tells its outcome.
	 * @param action the action
	 * @param <R> the type of the outcome
	 * @return the outcome to come; fails if Asterisk refuses the action, the connection
	 * is lost, or the action's own deadline passes
	 */
	<R> CompletableFuture<R> perform(OutcomeAction<R> action);

	/**
	 * Places a call. It is always placed asynchronously, because Asterisk would otherwise
	 * answer nothing else on this connection until the call is answered.
	 * @param action an {@code OriginateAction}
	 * @return what became of the call, to come; as {@link #perform}
	 */
	default CompletableFuture<OriginateResult> originate(OriginateAction action) {
		return perform(action);
	}

	/**
	 * Waits for an event without blocking.
	 * @param type the type of the event
	 * @param condition what it must fulfil; called on a thread of its own
	 * @param <E> the type of the event
	 * @return the first such event from now on; fails when the connection is lost. To
	 * cancel it, or to complete it in any way, ends the waiting
	 */
	<E extends AmiEvent> CompletableFuture<E> nextEvent(Class<E> type, Predicate<? super E> condition);

	/**
	 * Registers a callback for a type of events; {@link AmiEvent} stands for every event.
	 * @param type the type
	 * @param callback the callback
	 * @param <E> the type of the events
	 * @return the registration, to unregister it
	 */
	default <E extends AmiEvent> Registration registerCallback(Class<E> type, AmiEventCallback<? super E> callback) {
		return registerCallback(type, callback, CallbackOptions.DEFAULTS);
	}

	/**
	 * Registers a callback for a type of events.
	 * @param type the type
	 * @param callback the callback
	 * @param options how it is served
	 * @param <E> the type of the events
	 * @return the registration, to unregister it
	 */
	<E extends AmiEvent> Registration registerCallback(Class<E> type, AmiEventCallback<? super E> callback,
			CallbackOptions options);

	/**
	 * Registers a callback for one event by its name, whether this library knows it or
	 * not.
	 * @param name the exact name, such as {@code Hangup}
	 * @param callback the callback
	 * @return the registration, to unregister it
	 */
	default Registration registerCallback(String name, AmiEventCallback<AmiEvent> callback) {
		return registerCallback(name, callback, CallbackOptions.DEFAULTS);
	}

	/**
	 * Registers a callback for one event by its name.
	 * @param name the exact name
	 * @param callback the callback
	 * @param options how it is served
	 * @return the registration, to unregister it
	 */
	Registration registerCallback(String name, AmiEventCallback<AmiEvent> callback, CallbackOptions options);

	/**
	 * Registers a callback for all events whose whole name matches a regular expression.
	 * @param names the expression
	 * @param callback the callback
	 * @return the registration, to unregister it
	 */
	default Registration registerCallback(Pattern names, AmiEventCallback<AmiEvent> callback) {
		return registerCallback(names, callback, CallbackOptions.DEFAULTS);
	}

	/**
	 * Registers a callback for all events whose whole name matches a regular expression.
	 * @param names the expression
	 * @param callback the callback
	 * @param options how it is served
	 * @return the registration, to unregister it
	 */
	Registration registerCallback(Pattern names, AmiEventCallback<AmiEvent> callback, CallbackOptions options);

	/**
	 * Registers a callback for responses that nobody waits for.
	 * @param callback the callback
	 * @return the registration, to unregister it
	 */
	Registration registerOrphanCallback(AmiResponseCallback callback);

	/**
	 * Registers a listener for changes of the connection's state.
	 * @param listener the listener
	 * @return the registration, to unregister it
	 */
	Registration addStateListener(ConnectionStateListener listener);

	/**
	 * Returns the callbacks for events and for orphans. Those of {@link #nextEvent} and
	 * {@link #perform}, which come and go, and the listeners for states are not among
	 * them.
	 * @return the registrations in the order in which they were made, orphans last; a
	 * snapshot
	 */
	List<Registration> registrations();

	/**
	 * Adds a listener for changes of {@link #registrations()}.
	 * @param listener is run after a change, on the thread that made it, so that it has
	 * to be quick. What it throws is logged
	 */
	void addRegistrationListener(Runnable listener);

	/**
	 * Removes a listener for changes of {@link #registrations()}.
	 * @param listener the listener that was added
	 */
	void removeRegistrationListener(Runnable listener);

}
