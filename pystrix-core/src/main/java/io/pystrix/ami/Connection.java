package io.pystrix.ami;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.pystrix.ami.internal.FrameReader;
import io.pystrix.ami.internal.GluedItems;
import io.pystrix.ami.internal.MessageStart;
import io.pystrix.ami.internal.RequestEncoder;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.internal.WatchedOutput;
import org.jspecify.annotations.Nullable;

/**
 * One live link to Asterisk. The thread that made it reads it, and hands every message to
 * whoever waits for it; any thread may write.
 */
final class Connection {

	/** The one list whose items may come as one message, see {@link GluedItems}. */
	private static final String CHANNEL_MAP = "CoreShowChannelMap";

	private final AmiEndpoint endpoint;

	private final ManagerSettings settings;

	/**
	 * The socket, or what is below it if that is secured: closing it never waits for the
	 * peer.
	 */
	private final Socket wire;

	private final ReadDeadline deadline;

	private final WatchedOutput output;

	private final RequestWriter out;

	private final FrameReader reader;

	private final EventDispatcher dispatcher;

	private final EventRoutes routes;

	private final PendingActions pending;

	private final AtomicReference<@Nullable ManagerException> failure = new AtomicReference<>();

	private final WireLog wireLog;

	private final String greeting;

	/** Whether messages are logged; asked when the reader has waited, not for each. */
	private boolean isTraced;

	private volatile boolean fullyBooted;

	/** Whether the last answer was that Asterisk is shutting down. For the reader. */
	private boolean shuttingDown;

	private Consumer<Boolean> shutdownListener = (shuttingDown) -> {
	};

	Connection(Socket socket, Socket wire, ReadDeadline deadline, AmiEndpoint endpoint, ManagerSettings settings,
			EventDispatcher dispatcher) throws IOException {
		this.wire = wire;
		this.endpoint = endpoint;
		this.settings = settings;
		this.output = new WatchedOutput(socket.getOutputStream());
		this.out = new RequestWriter(this.output);
		this.deadline = deadline;
		this.reader = new FrameReader(deadline.watched(socket.getInputStream()), settings.limits());
		this.dispatcher = dispatcher;
		this.pending = new PendingActions(settings.actionTimeout());
		this.routes = dispatcher.routes();
		this.wireLog = new WireLog(endpoint, settings);
		this.greeting = this.reader.readGreeting();
		this.wireLog.greeted(this.greeting);
		this.isTraced = this.wireLog.isEnabled();
	}

	String greeting() {
		return this.greeting;
	}

	boolean isFullyBooted() {
		return this.fullyBooted;
	}

	AmiEndpoint endpoint() {
		return this.endpoint;
	}

	PendingActions pending() {
		return this.pending;
	}

	long lastReceived() {
		return this.reader.lastReceived();
	}

	/**
	 * Sends an action.
	 * @throws IllegalArgumentException if it is too long
	 */
	PendingAction send(AmiAction<?> action, String id, Duration timeout) {
		return send(action, id, timeout, null);
	}

	/**
	 * Sends an action.
	 * @param timeout how long the caller waits for the answer
	 * @param items takes the items of its list; null to keep them for the result
	 * @throws IllegalArgumentException if it is too long
	 */
	PendingAction send(AmiAction<?> action, String id, Duration timeout, @Nullable Consumer<AmiEvent> items) {
		byte[] request = encode(action, id);
		PendingAction pending = new PendingAction(action, timeout, items);
		this.pending.put(id, pending);
		if (!pending.reply().isDone()) {
			this.wireLog.sent(request);
			try {
				this.out.write(request, pending, this.pending.size() > 1);
			}
			catch (IOException ex) {
				fail(new ManagerConnectionException("Connection to " + this.endpoint + " is lost: " + ex.getMessage(),
						ex));
			}
		}
		return pending;
	}

	private byte[] encode(AmiAction<?> action, String id) {
		RequestEncoder encoder = new RequestEncoder(this.settings.charset());
		encoder.header("Action", action.name());
		encoder.header("ActionID", id);
		for (AmiHeader header : action.headers()) {
			if (!header.name().equalsIgnoreCase("ActionID")) {
				encoder.header(header.name(), header.value());
			}
		}
		return encoder.finish();
	}

	/**
	 * Sends an action and reads until it is answered. For the thread that reads.
	 */
	AmiResponse exchange(AmiAction<?> action) throws IOException {
		String id = this.pending.idFor(action);
		PendingAction sent = send(action, id, this.settings.connectTimeout());
		this.deadline.expireAfter(this.settings.connectTimeout());
		try {
			while (!sent.reply().isDone()) {
				readMessage();
			}
			return sent.reply().join().response();
		}
		catch (SocketTimeoutException ex) {
			throw new ManagerTimeoutException(this.endpoint + " has not answered action " + action.name() + " in time",
					List.of());
		}
		finally {
			this.pending.remove(id);
		}
	}

	/**
	 * Reads until the connection ends.
	 * @return why it ended
	 */
	ManagerException readToEnd() {
		try {
			while (this.failure.get() == null) {
				readMessage();
			}
		}
		catch (IOException ex) {
			fail(new ManagerConnectionException("Connection to " + this.endpoint + " is lost: " + ex.getMessage(), ex));
		}
		catch (RuntimeException | Error ex) {
			fail(new ManagerConnectionException("Connection to " + this.endpoint + " cannot be read", ex));
		}
		handOver();
		ManagerException reason = this.failure.get();
		if (reason == null) {
			throw new IllegalStateException("A connection ends for a reason");
		}
		return reason;
	}

	private void readMessage() throws IOException {
		if (!this.reader.advance()) {
			handOver();
			this.reader.next();
			this.isTraced = this.wireLog.isEnabled();
		}
		byte[] buffer = this.reader.buffer();
		int start = this.reader.start();
		int end = this.reader.end();
		if (this.isTraced) {
			this.wireLog.received(buffer, start, end);
		}
		int line = MessageStart.find(buffer, start, end);
		if (line < 0) {
			// Some actions print plain text
			this.dispatcher.orphan(new AmiResponse(headers(buffer, start, end)));
		}
		else if (MessageStart.isEvent(buffer, line, end)) {
			event(route(buffer, line), buffer, start, end);
		}
		else {
			response(headers(buffer, start, end));
		}
	}

	private EventRoutes.Route route(byte[] buffer, int line) {
		int name = MessageStart.eventName(buffer, line);
		int nameEnd = name;
		while (buffer[nameEnd] != '\r') {
			nameEnd++;
		}
		return this.routes.get(buffer, name, nameEnd);
	}

	private void event(EventRoutes.Route route, byte[] buffer, int start, int end) {
		this.dispatcher.received();
		if (route.isFullyBooted()) {
			this.fullyBooted = true;
		}
		if (this.pending.hasLists() && toList(route, buffer, start, end)) {
			return;
		}
		if (!route.isWanted()) {
			this.dispatcher.unheard();
		}
		else if (route.deliver(route.create(headers(buffer, start, end)))) {
			overrun();
		}
	}

	/** Before the reader waits, and before somebody is woken by what came later. */
	private void handOver() {
		if (this.routes.handOver()) {
			overrun();
		}
	}

	private void overrun() {
		fail(new ManagerConnectionException("A callback that must not miss events did not keep up"));
	}

	private boolean toList(EventRoutes.Route route, byte[] buffer, int start, int end) {
		AmiHeaders headers = headers(buffer, start, end);
		String id = headers.get("ActionID");
		PendingAction action = (id != null) ? this.pending.get(id) : null;
		if (action == null || !action.isList()) {
			return false;
		}
		handOver();
		if (action.isNamed(CHANNEL_MAP)) {
			for (byte[] item : GluedItems.of(headers.toByteArray())) {
				action.add(route(item, MessageStart.find(item, 0, item.length)).create(headers(item, 0, item.length)));
			}
		}
		else {
			action.add(route.create(headers));
		}
		return true;
	}

	private void response(AmiHeaders headers) {
		handOver();
		String id = headers.get("ActionID");
		PendingAction action = (id != null) ? this.pending.get(id) : null;
		Duration roundTrip = (action != null) ? Duration.ofNanos(System.nanoTime() - action.since()) : null;
		AmiResponse response = new AmiResponse(headers, roundTrip);
		noteShutdown(response);
		if (action == null || !action.respond(response)) {
			this.dispatcher.orphan(response);
		}
		if (id != null) {
			this.pending.answered(id);
		}
	}

	/** Every answer says whether Asterisk still executes actions. */
	private void noteShutdown(AmiResponse response) {
		boolean shuttingDown = Refusal.isShutdown(response);
		if (shuttingDown != this.shuttingDown) {
			this.shuttingDown = shuttingDown;
			this.shutdownListener.accept(shuttingDown);
		}
	}

	/** Sets what is called by the reader when Asterisk begins or ceases to refuse. */
	void onShutdown(Consumer<Boolean> listener) {
		this.shutdownListener = listener;
	}

	private AmiHeaders headers(byte[] buffer, int start, int end) {
		return AmiHeaders.of(buffer, start, end, this.settings.charset());
	}

	/** Why the connection has ended; null as long as it has not. */
	@Nullable ManagerException failure() {
		return this.failure.get();
	}

	/** Ends the connection; the first reason counts. */
	void fail(ManagerException reason) {
		if (this.failure.compareAndSet(null, reason)) {
			try {
				this.wire.close();
			}
			catch (IOException ex) {
				// It is closed all the same
			}
			this.pending.failAll(reason);
		}
	}

	/** Ends the connection if the peer does not read what is sent. */
	void checkWriting(Duration limit) {
		if (this.output.isStuck(limit)) {
			fail(new ManagerConnectionException("Connection to %s is dead: it did not take an action within %d ms"
				.formatted(this.endpoint, limit.toMillis())));
		}
	}

	/** Says good-bye if the link is free for it, and ends the connection. */
	void logoff() {
		if (this.failure.get() == null) {
			byte[] request = "Action: Logoff\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
			this.wireLog.sent(request);
			try {
				this.out.tryToEndWith(request);
			}
			catch (IOException ex) {
				// The peer is gone already
			}
		}
		fail(new ManagerConnectionException("The manager was disconnected"));
	}

}
