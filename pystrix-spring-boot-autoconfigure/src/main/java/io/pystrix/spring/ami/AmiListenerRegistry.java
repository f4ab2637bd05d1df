package io.pystrix.spring.ami;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;
import io.pystrix.ami.message.AmiEvent;

import org.springframework.context.ApplicationEventPublisher;

/**
 * The listeners of the application: the methods that are marked with
 * {@link AmiEventListener}, and those that are registered here while it runs. Publishes
 * an {@link AmiEventsLostEvent} when one of them does not keep up. May be used by any
 * thread.
 *
 * @since 0.1.0
 */
public final class AmiListenerRegistry {

	private final AmiServers servers;

	private final Function<String, CallbackOptions> defaults;

	private final ApplicationEventPublisher publisher;

	private final List<AmiListenerInterceptor> interceptors;

	private final Map<String, List<Listening>> listeners = new LinkedHashMap<>();

	/**
	 * Creates a registry without listeners.
	 * @param servers the servers, asked for when there is a listener
	 * @param defaults gives the name of a server, returns the options of listeners that
	 * say nothing else
	 * @param publisher is told of lost events
	 * @param interceptors the advice around all listeners, the outermost first
	 */
	public AmiListenerRegistry(AmiServers servers, Function<String, CallbackOptions> defaults,
			ApplicationEventPublisher publisher, List<AmiListenerInterceptor> interceptors) {
		this.servers = servers;
		this.defaults = defaults;
		this.publisher = publisher;
		this.interceptors = List.copyOf(interceptors);
	}

	/**
	 * Registers a listener for a type of events at all servers.
	 * @param id the identifier, which no other listener has
	 * @param type the type; {@link AmiEvent} for every event
	 * @param callback the listener; with several servers called by one thread for each
	 * @param <E> the type of the events
	 * @throws IllegalArgumentException if there is a listener with the identifier, or no
	 * event of the type
	 */
	public <E extends AmiEvent> void register(String id, Class<E> type, AmiEventCallback<? super E> callback) {
		register(id, "", UnaryOperator.identity(), Target.typed(type, callback));
	}

	/**
	 * Registers a listener for events by their names at all servers.
	 * @param id the identifier, which no other listener has
	 * @param names a regular expression that the whole name of an event has to match
	 * @param callback the listener; with several servers called by one thread for each
	 * @throws IllegalArgumentException if there is a listener with the identifier
	 */
	public void register(String id, Pattern names, AmiEventCallback<AmiEvent> callback) {
		register(id, "", UnaryOperator.identity(), Target.named(names, callback));
	}

	/**
	 * Unregisters a listener. A call that is under way ends as usual.
	 * @param id the identifier
	 * @return whether there was such a listener
	 */
	public boolean unregister(String id) {
		List<Listening> removed;
		synchronized (this.listeners) {
			removed = this.listeners.remove(id);
		}
		if (removed == null) {
			return false;
		}
		removed.forEach((it) -> it.registration().close());
		return true;
	}

	/**
	 * Returns how the listeners are doing.
	 * @return the listeners in the order of their registration, one entry for each server
	 */
	public List<ListenerInfo> listeners() {
		synchronized (this.listeners) {
			return this.listeners.entrySet()
				.stream()
				.flatMap((entry) -> entry.getValue().stream().map((it) -> it.info(entry.getKey())))
				.toList();
		}
	}

	/**
	 * Registers a listener.
	 * @param server the name of its server, empty for all
	 * @param changes what it wants to have different from the defaults of the server
	 */
	<E extends AmiEvent> void register(String id, String server, UnaryOperator<CallbackOptions> changes,
			Target<E> target) {
		Map<String, Manager> managers = server.isEmpty() ? this.servers.managers()
				: Map.of(server, this.servers.manager(server));
		if (managers.isEmpty()) {
			throw new IllegalArgumentException("There is no Manager whose events it could be given");
		}
		synchronized (this.listeners) {
			if (this.listeners.containsKey(id)) {
				throw new IllegalArgumentException("There is a listener with the id '" + id + "' already");
			}
			List<Listening> listening = new ArrayList<>();
			try {
				managers.forEach((name, manager) -> {
					CallbackOptions options = changes.apply(this.defaults.apply(name))
						.withName((managers.size() > 1) ? id + "@" + name : id);
					Registration registration = target.registrar()
						.register(manager, callback(target, id, name), options);
					listening.add(new Listening(name, target.events(), options, registration));
				});
			}
			catch (RuntimeException ex) {
				listening.forEach((it) -> it.registration().close());
				throw ex;
			}
			this.listeners.put(id, listening);
		}
	}

	private <E extends AmiEvent> AmiEventCallback<E> callback(Target<E> target, String id, String server) {
		AmiListenerInterceptor.Listener listener = new AmiListenerInterceptor.Listener(id, server);
		int outer = 0;
		while (outer < this.interceptors.size() && this.interceptors.get(outer).isContextOnly()) {
			outer++;
		}
		ListenerFailures failures = new ListenerFailures(id, target.callback());
		AmiEventCallback<AmiEvent> handler = failures.remembering(target::handle);
		AmiEventCallback<AmiEvent> inner = intercepted(listener, handler,
				this.interceptors.subList(outer, this.interceptors.size()));
		AmiEventCallback<AmiEvent> chain = intercepted(listener, failures.reporting(inner),
				this.interceptors.subList(0, outer));
		return new RegisteredListener<>(listener, target.callback(), failures.swallowing(chain), this.publisher);
	}

	private static AmiEventCallback<AmiEvent> intercepted(AmiListenerInterceptor.Listener listener,
			AmiEventCallback<AmiEvent> handler, List<AmiListenerInterceptor> interceptors) {
		AmiEventCallback<AmiEvent> chain = handler;
		for (int i = interceptors.size() - 1; i >= 0; i--) {
			AmiListenerInterceptor interceptor = interceptors.get(i);
			AmiEventCallback<AmiEvent> next = chain;
			chain = (event, manager) -> interceptor.intercept(listener, event, manager, next);
		}
		return chain;
	}

	/**
	 * A listener at one server.
	 */
	private record Listening(String server, String events, CallbackOptions options, Registration registration) {

		ListenerInfo info(String id) {
			return new ListenerInfo(id, this.server, this.events, this.registration.queued(),
					this.options.queueCapacity(), this.options.overflow(), this.registration.lost());
		}

	}

}
