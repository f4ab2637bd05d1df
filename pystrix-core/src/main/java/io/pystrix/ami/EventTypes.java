package io.pystrix.ami;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiEventCatalog;
import io.pystrix.ami.message.AmiEventType;

/**
 * Which class views which event: what the catalogs on the class path say, and what the
 * user has added.
 */
final class EventTypes {

	private final Map<String, AmiEventType<?>> byName = new HashMap<>();

	EventTypes(Collection<AmiEventType<?>> added) {
		for (AmiEventCatalog catalog : ServiceLoader.load(AmiEventCatalog.class, EventTypes.class.getClassLoader())) {
			add(catalog.types());
		}
		add(added);
	}

	private void add(Collection<AmiEventType<?>> types) {
		for (AmiEventType<?> type : types) {
			this.byName.put(type.name(), type);
		}
	}

	/** The type of an event; a generic one if no class is known for its name. */
	AmiEventType<?> get(String name) {
		AmiEventType<?> known = this.byName.get(name);
		return (known != null) ? known : new AmiEventType<>(name, AmiEvent.class, AmiEvent::new);
	}

	void checkKnown(Class<? extends AmiEvent> type) {
		boolean known = type == AmiEvent.class
				|| this.byName.values().stream().anyMatch((candidate) -> type.isAssignableFrom(candidate.type()));
		if (!known) {
			throw new IllegalArgumentException("No event is viewed by " + type.getName()
					+ ". Add it by ManagerBuilder.eventType or an AmiEventCatalog");
		}
	}

}
