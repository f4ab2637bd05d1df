package io.pystrix.spring.boot.autoconfigure.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.pystrix.agi.ActiveCall;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.spring.ami.AmiListenerRegistry;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.spring.ami.ListenerInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Shows the connections, scripts, listeners and calls of the application, and how much
 * goes on in Asterisk. Reconnecting and hanging up are possible only where
 * {@code management.endpoint.asterisk.access} is {@code unrestricted}.
 *
 * @since 0.1.0
 */
@Endpoint(id = "asterisk", defaultAccess = Access.READ_ONLY)
public class AsteriskEndpoint {

	private final @Nullable AmiServers servers;

	private final @Nullable AmiListenerRegistry listeners;

	private final @Nullable ScriptRegistry scripts;

	private final @Nullable FastAgiServer fastAgi;

	private final @Nullable AsyncAgiServer asyncAgi;

	/**
	 * Creates an endpoint.
	 * @param servers the connections, {@code null} if there are none
	 * @param listeners knows more of listeners than the connections do, {@code null} if
	 * there is no more
	 * @param scripts the scripts, {@code null} if there are none
	 * @param fastAgi the server with the calls over FastAGI, {@code null} if there is
	 * none
	 * @param asyncAgi the server with the calls over AsyncAGI, {@code null} if there is
	 * none
	 */
	public AsteriskEndpoint(@Nullable AmiServers servers, @Nullable AmiListenerRegistry listeners,
			@Nullable ScriptRegistry scripts, @Nullable FastAgiServer fastAgi, @Nullable AsyncAgiServer asyncAgi) {
		this.servers = servers;
		this.listeners = listeners;
		this.scripts = scripts;
		this.fastAgi = fastAgi;
		this.asyncAgi = asyncAgi;
	}

	/**
	 * Tells everything.
	 * @return what there is
	 */
	@ReadOperation
	public AsteriskDescriptor asterisk() {
		return new AsteriskDescriptor(connections(), scripts(), listeners(), calls(), live());
	}

	/**
	 * Tells one thing.
	 * @param section what to tell
	 * @return what there is of it, under its name
	 */
	@ReadOperation
	public Map<String, Object> section(@Selector Section section) {
		return OperationResponseBody.of(switch (section) {
			case CONNECTIONS -> Map.of("connections", connections());
			case SCRIPTS -> Map.of("scripts", scripts());
			case LISTENERS -> Map.of("listeners", listeners());
			case CALLS -> Map.of("calls", calls());
			case LIVE -> Map.of("live", live());
		});
	}

	/**
	 * Closes the connection to a server and makes it anew, in the background.
	 * @param section {@link Section#CONNECTIONS}
	 * @param server the name of the server; may be {@code null} if there is one only
	 */
	@WriteOperation
	public void reconnect(@Selector Section section, @Nullable String server) {
		require(section, Section.CONNECTIONS);
		Manager manager = manager(server);
		manager.disconnect();
		manager.connectAsync();
	}

	/**
	 * Hangs up a channel, whether or not it is in a script.
	 * @param section {@link Section#CALLS}
	 * @param channel the name of the channel
	 * @param server the name of the server; may be {@code null} if there is one only
	 */
	@DeleteOperation
	public void hangUp(@Selector Section section, String channel, @Nullable String server) {
		require(section, Section.CALLS);
		// Asterisk would hang up all channels that match a regular expression in slashes
		if (channel.isBlank() || channel.startsWith("/")) {
			throw invalid("'" + channel + "' is not the name of a channel");
		}
		try {
			manager(server).sendAction(new HangupAction(channel));
		}
		catch (ActionFailedException | IllegalArgumentException ex) {
			throw invalid("Channel '" + channel + "' was not hung up: " + ex.getMessage());
		}
	}

	private List<AsteriskDescriptor.Connection> connections() {
		return managers().entrySet()
			.stream()
			.map((entry) -> AsteriskDescriptor.Connection.of(entry.getKey(), entry.getValue().status()))
			.toList();
	}

	private List<AsteriskDescriptor.Script> scripts() {
		return (this.scripts == null) ? List.of()
				: Stream.concat(this.scripts.scripts().stream(), this.scripts.defaultScript().stream())
					.map(AsteriskDescriptor.Script::of)
					.toList();
	}

	private List<AsteriskDescriptor.Listener> listeners() {
		List<ListenerInfo> infos = (this.listeners != null) ? this.listeners.listeners() : List.of();
		return managers().entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue()
				.registrations()
				.stream()
				.map((it) -> AsteriskDescriptor.Listener.of(entry.getKey(), it,
						info(infos, entry.getKey(), it.description()))))
			.toList();
	}

	private static @Nullable ListenerInfo info(List<ListenerInfo> infos, String server, String description) {
		return infos.stream()
			.filter((info) -> info.server().equals(server)
					&& (info.id().equals(description) || (info.id() + "@" + server).equals(description)))
			.findFirst()
			.orElse(null);
	}

	private List<AsteriskDescriptor.Call> calls() {
		Stream<ActiveCall> fastAgi = (this.fastAgi != null) ? this.fastAgi.calls().stream() : Stream.empty();
		Stream<ActiveCall> asyncAgi = (this.asyncAgi != null) ? this.asyncAgi.calls().stream() : Stream.empty();
		return Stream
			.concat(fastAgi.map((call) -> AsteriskDescriptor.Call.of("fastagi", call)),
					asyncAgi.map((call) -> AsteriskDescriptor.Call.of("asyncagi", call)))
			.toList();
	}

	private List<AsteriskDescriptor.Live> live() {
		return (this.servers == null) ? List.of()
				: this.servers.states()
					.entrySet()
					.stream()
					.map((entry) -> AsteriskDescriptor.Live.of(entry.getKey(), entry.getValue()))
					.toList();
	}

	private Map<String, Manager> managers() {
		return (this.servers != null) ? this.servers.managers() : Map.of();
	}

	private Manager manager(@Nullable String server) {
		Map<String, Manager> managers = managers();
		Manager manager = (server != null) ? managers.get(server)
				: (managers.size() == 1) ? managers.values().iterator().next() : null;
		if (manager == null) {
			throw invalid("The server has to be one of " + managers.keySet());
		}
		return manager;
	}

	private static void require(Section section, Section required) {
		if (section != required) {
			throw invalid("Nothing of the kind can be done to " + section.name().toLowerCase(Locale.ROOT));
		}
	}

	private static InvalidEndpointRequestException invalid(String message) {
		return new InvalidEndpointRequestException(message, message);
	}

	/**
	 * What the endpoint tells of.
	 *
	 * @since 0.1.0
	 */
	public enum Section {

		/** The connections to the manager interface. */
		CONNECTIONS,

		/** The scripts. */
		SCRIPTS,

		/** The listeners. */
		LISTENERS,

		/** The calls whose scripts are running. */
		CALLS,

		/** What goes on in Asterisk, in numbers. */
		LIVE

	}

}
