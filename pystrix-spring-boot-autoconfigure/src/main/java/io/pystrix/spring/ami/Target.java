package io.pystrix.spring.ami;

import java.util.regex.Pattern;

import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;
import io.pystrix.ami.message.AmiEvent;

/**
 * What to listen to, and who listens.
 *
 * @param <E> the type of the events
 * @param events says which events, for people
 * @param type the class of the events
 * @param callback the listener
 * @param registrar registers a callback for the events
 */
record Target<E extends AmiEvent>(String events, Class<E> type, AmiEventCallback<? super E> callback,
		Registrar<E> registrar) {

	static <E extends AmiEvent> Target<E> typed(Class<E> type, AmiEventCallback<? super E> callback) {
		return new Target<>(type.getSimpleName(), type, callback,
				(manager, registered, options) -> manager.registerCallback(type, registered, options));
	}

	static Target<AmiEvent> named(Pattern names, AmiEventCallback<AmiEvent> callback) {
		return new Target<>(names.pattern(), AmiEvent.class, callback,
				(manager, registered, options) -> manager.registerCallback(names, registered, options));
	}

	void handle(AmiEvent event, Manager manager) throws Exception {
		this.callback.onEvent(this.type.cast(event), manager);
	}

	/**
	 * Registers a callback with a manager.
	 *
	 * @param <E> the type of the events
	 */
	@FunctionalInterface
	interface Registrar<E extends AmiEvent> {

		Registration register(Manager manager, AmiEventCallback<E> callback, CallbackOptions options);

	}

}
