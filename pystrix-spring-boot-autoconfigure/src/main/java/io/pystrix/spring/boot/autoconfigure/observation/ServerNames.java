package io.pystrix.spring.boot.autoconfigure.observation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.pystrix.ami.Manager;
import io.pystrix.spring.ami.AmiServers;

/**
 * The names of the managers' servers, looked up once for each manager: not before it
 * sends an action, because it is made with what asks for its name.
 */
final class ServerNames implements Function<Manager, String> {

	private final AmiServers servers;

	private final Map<Manager, String> names = new ConcurrentHashMap<>();

	ServerNames(AmiServers servers) {
		this.servers = servers;
	}

	@Override
	public String apply(Manager manager) {
		String known = this.names.get(manager);
		if (known != null) {
			return known;
		}
		String name = this.servers.managers()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == manager)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("none");
		this.names.put(manager, name);
		return name;
	}

}
