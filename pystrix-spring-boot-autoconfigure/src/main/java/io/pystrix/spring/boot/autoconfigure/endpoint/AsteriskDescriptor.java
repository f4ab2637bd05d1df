package io.pystrix.spring.boot.autoconfigure.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.pystrix.agi.ActiveCall;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.RegisteredScript;
import io.pystrix.ami.AmiEndpoint;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.ManagerException;
import io.pystrix.ami.ManagerStatus;
import io.pystrix.ami.Registration;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.LiveQueue;
import io.pystrix.ami.live.LiveQueueMember;
import io.pystrix.spring.ami.ListenerInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What {@link AsteriskEndpoint} tells. Neither secrets nor who calls are part of it.
 *
 * @param connections the connections to the manager interface
 * @param scripts the scripts in the order in which they are tried, the default one last
 * @param listeners the listeners to events and orphans of all servers
 * @param calls the calls whose scripts are running
 * @param live what goes on in those Asterisks that are followed
 * @since 0.1.0
 */
public record AsteriskDescriptor(List<Connection> connections, List<Script> scripts, List<Listener> listeners,
		List<Call> calls, List<Live> live) implements OperationResponseBody {

	/**
	 * A connection to the manager interface.
	 *
	 * @param server the name of the server
	 * @param state the state of the connection
	 * @param since when that state was reached
	 * @param endpoint the host and port, {@code null} before the first attempt
	 * @param greeting what the peer says it is, {@code null} if it is not connected
	 * @param fullyBooted whether Asterisk has said that it has loaded everything
	 * @param shuttingDown whether Asterisk refuses all actions because it is shutting
	 * down
	 * @param connects how many connections were made
	 * @param failedConnects how many attempts have failed
	 * @param pendingActions how many actions wait for their answer
	 * @param receivedEvents how many events have come
	 * @param unheardEvents how many of them nobody listened to
	 * @param lostEvents how many were lost by listeners that did not keep up
	 * @param lastRoundTrip how long the last keep-alive ping took, {@code null} if there
	 * was none
	 * @param lastFailure why the connection was last lost or not made, {@code null} if
	 * never
	 * @since 0.1.0
	 */
	public record Connection(String server, ConnectionState state, Instant since, @Nullable String endpoint,
			@Nullable String greeting, boolean fullyBooted, boolean shuttingDown, long connects, long failedConnects,
			int pendingActions, long receivedEvents, long unheardEvents, long lostEvents,
			@Nullable Duration lastRoundTrip, @Nullable String lastFailure) {

		static Connection of(String server, ManagerStatus status) {
			AmiEndpoint endpoint = status.endpoint();
			ManagerException failure = status.lastFailure();
			return new Connection(server, status.state(), status.since(),
					(endpoint != null) ? endpoint.toString() : null, status.greeting(), status.fullyBooted(),
					status.shuttingDown(), status.connects(), status.failedConnects(), status.pendingActions(),
					status.receivedEvents(), status.unheardEvents(), status.lostEvents(), status.lastRoundTrip(),
					(failure != null) ? failure.getMessage() : null);
		}

	}

	/**
	 * A script.
	 *
	 * @param name what it is called in logs and metrics
	 * @param pattern the paths that it serves, {@code null} for the default script
	 * @param description where its code is
	 * @since 0.1.0
	 */
	public record Script(String name, @Nullable String pattern, String description) {

		static Script of(RegisteredScript script) {
			return new Script(script.name(), (script.pattern() != null) ? script.pattern().pattern() : null,
					script.description());
		}

	}

	/**
	 * A listener at one server.
	 *
	 * @param server the name of the server
	 * @param name what it is called
	 * @param events which events it is given, {@code null} if the name says so
	 * @param queueCapacity how many events may wait for it, {@code null} if it was
	 * registered with the manager itself
	 * @param queued how many events wait for it
	 * @param handled how many events it was given
	 * @param lost how many events it has missed because it did not keep up
	 * @since 0.1.0
	 */
	public record Listener(String server, String name, @Nullable String events, @Nullable Integer queueCapacity,
			int queued, long handled, long lost) {

		static Listener of(String server, Registration registration, @Nullable ListenerInfo info) {
			return new Listener(server, (info != null) ? info.id() : registration.description(),
					(info != null) ? info.events() : null, (info != null) ? info.queueCapacity() : null,
					registration.queued(), registration.handled(), registration.lost());
		}

	}

	/**
	 * A call whose script is running.
	 *
	 * @param transport how it came: {@code fastagi} or {@code asyncagi}
	 * @param channel the name of its channel
	 * @param uniqueid the unique id of the channel
	 * @param script the name of the script, {@code null} if there is none for the path
	 * @param path the path that was called
	 * @param since when the script began
	 * @since 0.1.0
	 */
	public record Call(String transport, String channel, String uniqueid, @Nullable String script, String path,
			Instant since) {

		static Call of(String transport, ActiveCall call) {
			AgiRequest request = call.request();
			return new Call(transport, request.environment().channel(), request.environment().uniqueid(),
					request.script().map(RegisteredScript::name).orElse(null), request.path(), call.started());
		}

	}

	/**
	 * What goes on in an Asterisk, in numbers.
	 *
	 * @param server the name of the server
	 * @param status how far the numbers can be trusted
	 * @param channels how many channels there are
	 * @param calls how many calls
	 * @param bridges how many bridges
	 * @param queues the queues by name
	 * @since 0.1.0
	 */
	public record Live(String server, AsteriskState.SyncStatus status, int channels, int calls, int bridges,
			List<Queue> queues) {

		static Live of(String server, AsteriskState state) {
			return new Live(server, state.status(), state.channels().size(), state.calls().size(),
					state.bridges().size(), state.queues().stream().map(Queue::of).toList());
		}

	}

	/**
	 * A queue, in numbers.
	 *
	 * @param name the name
	 * @param callers how many callers wait
	 * @param members how many members it has
	 * @param pausedMembers how many of them are paused
	 * @since 0.1.0
	 */
	public record Queue(String name, int callers, int members, int pausedMembers) {

		static Queue of(LiveQueue queue) {
			return new Queue(queue.name(), queue.callers().size(), queue.members().size(),
					(int) queue.members().stream().filter(LiveQueueMember::paused).count());
		}

	}

}
