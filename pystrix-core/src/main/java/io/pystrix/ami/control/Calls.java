package io.pystrix.ami.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.ami.ManagerException;
import io.pystrix.ami.ManagerTimeoutException;
import io.pystrix.ami.Registration;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;
import io.pystrix.ami.event.ConfbridgeJoinEvent;
import io.pystrix.ami.event.NewchannelEvent;
import io.pystrix.ami.event.UnParkedCallEvent;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.LiveChannel;
import io.pystrix.ami.live.LiveParkedCall;
import io.pystrix.ami.live.StateChange;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.internal.CompletionExecutor;
import io.pystrix.internal.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places calls, and does things with those that are there: transfers, bridges, parks,
 * records them, and so on.
 *
 * <pre class="code">
 * Call call = calls.dial(DialRequest.to("PJSIP/100").connectedTo("internal", "200"));
 * call.ended().thenAccept((outcome) -&gt; log.info("{} after {}", outcome.result(), outcome.talking()));
 * </pre>
 *
 * What a future tells has happened in Asterisk: it waits for the event that says so, not
 * only for the answer to the action. It fails with an
 * {@link io.pystrix.ami.ActionFailedException} if Asterisk refuses, with a
 * {@link ChannelGoneException} if the channel was hung up meanwhile, with a
 * {@link ManagerTimeoutException} if Asterisk tells nothing in time, and with a
 * {@link ManagerConnectionException} if there is no connection or it is lost. Futures
 * complete on threads of their own. All methods may be called by any thread.
 * <p>
 * The user of the manager should be allowed to read the classes {@code call} and
 * {@code agent}, {@code dtmf} for attended transfers and {@code dialplan} to redirect,
 * and to write {@code originate}, {@code call}, {@code system} and {@code agent}.
 *
 * @since 0.1.0
 */
public final class Calls implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Calls.class);

	/** How long Asterisk may take to tell what it has done, unless said otherwise. */
	public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(10);

	private static final Pattern EVENTS = Pattern.compile(String.join("|", "Newchannel", "Newstate", "Newexten",
			"Hangup", "DialState", "DialEnd", "BridgeEnter", "Unhold", "BlindTransfer", "AttendedTransfer",
			"ParkedCall", "UnParkedCall", "MusicOnHoldStart", "MixMonitorStart", "MixMonitorStop", "MixMonitorMute",
			"ChanSpyStart", "ConfbridgeJoin", "QueueMemberAdded", "QueueMemberRemoved", "QueueMemberPause",
			"QueueMemberPenalty", "QueueMemberRinginuse", "QueueCallerLeave"));

	private static final List<String> CALL_IDS = List.of("Uniqueid", "Linkedid", "DestUniqueid", "SwapUniqueid");

	/** How long what belongs to a failed call may come later than its end. */
	private static final Duration GRACE = Duration.ofSeconds(1);

	private final Manager manager;

	private final AsteriskState state;

	private final Duration deadline;

	private final Duration grace;

	private final Executor executor = new CompletionExecutor("calls-", null, DEFAULT_DEADLINE, logger);

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Threads.daemon("calls-timer"));

	private final PendingOutcomes outcomes;

	/** By the ids of the channels that tell of it. */
	private final Map<String, CallLife> lives = new ConcurrentHashMap<>();

	private final List<Registration> registrations;

	private volatile @Nullable ManagerException closed;

	/**
	 * Starts to follow the calls of an Asterisk.
	 * @param manager the manager, connected or not
	 * @param state the state of the same Asterisk
	 */
	public Calls(Manager manager, AsteriskState state) {
		this(manager, state, DEFAULT_DEADLINE);
	}

	/**
	 * Starts to follow the calls of an Asterisk.
	 * @param manager the manager, connected or not
	 * @param state the state of the same Asterisk
	 * @param deadline how long Asterisk may take to tell what it has done
	 */
	public Calls(Manager manager, AsteriskState state, Duration deadline) {
		this(manager, state, deadline, GRACE);
	}

	Calls(Manager manager, AsteriskState state, Duration deadline, Duration grace) {
		this.manager = manager;
		this.state = state;
		this.deadline = deadline;
		this.grace = grace;
		this.timer.setRemoveOnCancelPolicy(true);
		// What is closed has failed already
		this.timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
		this.outcomes = new PendingOutcomes(manager, this.timer, this.executor);
		this.registrations = List.of(manager.registerCallback(EVENTS, (event, source) -> onEvent(event),
				CallbackOptions.DEFAULTS.withName("calls")), manager.addStateListener((change, source) -> {
					if (change.previous() == ConnectionState.CONNECTED) {
						fail(new ManagerConnectionException("The connection was lost; the call may go on"));
					}
				}), state.onChange(LiveChannel.class, this::onChange));
	}

	AsteriskState state() {
		return this.state;
	}

	PendingOutcomes outcomes() {
		return this.outcomes;
	}

	/**
	 * Places a call.
	 * @param request whom to dial and what to connect the party with
	 * @return the call, at once; its futures tell what becomes of it, and that it could
	 * not be placed
	 * @throws IllegalArgumentException if the request has neither a place nor an
	 * application, or is too long for Asterisk
	 */
	public Call dial(DialRequest request) {
		return dial(request, UUID.randomUUID().toString());
	}

	private Call dial(DialRequest request, String uniqueid) {
		CallLife life = new CallLife(uniqueid, uniqueid + "-other", this.executor,
				(renamed, channel) -> this.lives.put(channel, renamed));
		OriginateAction action = request.toAction(uniqueid, life.otherUniqueid());
		this.lives.put(uniqueid, life);
		this.lives.put(life.otherUniqueid(), life);
		life.ended().whenComplete((outcome, failure) -> this.lives.values().removeIf(life::equals));
		ManagerException closed = this.closed;
		if (closed != null) {
			life.fail(closed);
			return new Call(this, life);
		}
		CompletableFuture<OriginateResult> originated;
		try {
			originated = originate(action);
		}
		catch (IllegalArgumentException ex) {
			life.fail(ex);
			throw ex;
		}
		originated.whenComplete((result, failure) -> {
			if (result != null) {
				life.originated(result);
				fadeSoon(life);
			}
			else if (!life.isAnswered()) {
				life.fail(PendingOutcomes.unwrapped(failure));
			}
		});
		Duration patience = request.timeout().plus(this.deadline);
		ScheduledFuture<?> expiry = this.timer.schedule(() -> {
			if (!life.isAnswered()) {
				life.fail(new ManagerTimeoutException(
						"Asterisk did not tell within " + patience + " what became of the call", List.of()));
			}
		}, patience.toNanos(), TimeUnit.NANOSECONDS);
		life.ended().whenComplete((outcome, failure) -> expiry.cancel(false));
		return new Call(this, life);
	}

	private CompletableFuture<OriginateResult> originate(OriginateAction action) {
		try {
			return this.manager.originate(action);
		}
		catch (ManagerException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	CompletableFuture<CallOutcome> hangUp(CallLife life, int cause) {
		HangupAction action = new HangupAction(life.channel()).cause(cause);
		CompletableFuture<CallOutcome> ended = life.ended().copy();
		if (!life.ended().isDone() && life.cancel(cause)) {
			// It may have ended by itself meanwhile
			this.outcomes.send(action, this.deadline).whenComplete((response, failure) -> {
				if (failure != null) {
					this.timer.schedule(() -> ended.completeExceptionally(failure), this.grace.toMillis(),
							TimeUnit.MILLISECONDS);
				}
			});
		}
		return ended;
	}

	/**
	 * What can be done with a channel.
	 * @param channel its name or its unique id
	 * @return the controls
	 */
	public ChannelControl channel(String channel) {
		return new ChannelControl(this, channel, this.deadline);
	}

	/**
	 * What can be done with a channel.
	 * @param channel the channel
	 * @return the controls
	 */
	public ChannelControl channel(LiveChannel channel) {
		return channel(channel.uniqueid());
	}

	/**
	 * What can be done with a queue.
	 * @param name its name
	 * @return the controls
	 */
	public QueueControl queue(String name) {
		return new QueueControl(this, name, this.deadline);
	}

	/**
	 * Calls a phone and gives it a parked call.
	 * @param parked the parked call
	 * @param phone whom to call; what it is to be connected with is not heeded
	 * @return the phone and the event, when both are connected; fails with a
	 * {@link CallEndedException} if that does not come about
	 */
	public CompletableFuture<Joined<UnParkedCallEvent>> retrieve(LiveParkedCall parked, DialRequest phone) {
		return join(phone.running("ParkedCall", parked.parkingLot() + "," + parked.space()),
				(event, channel) -> (event instanceof UnParkedCallEvent retrieved
						&& ChannelControl.Names.of(channel).are(retrieved.retriever())) ? retrieved : null);
	}

	/**
	 * Calls a phone and puts it into a conference of ConfBridge.
	 * @param conference the name of the conference
	 * @param phone whom to call; what it is to be connected with is not heeded
	 * @return the phone and the event, when it takes part; fails with a
	 * {@link CallEndedException} if that does not come about
	 */
	public CompletableFuture<Joined<ConfbridgeJoinEvent>> invite(String conference, DialRequest phone) {
		return join(phone.running("ConfBridge", conference),
				(event, channel) -> (event instanceof ConfbridgeJoinEvent joined && channel.equals(joined.uniqueid()))
						? joined : null);
	}

	/** Calls a phone and waits until an event of its channel says that it is there. */
	<E extends AmiEvent> CompletableFuture<Joined<E>> join(DialRequest request,
			BiFunction<AmiEvent, String, @Nullable E> outcome) {
		String uniqueid = UUID.randomUUID().toString();
		CompletableFuture<E> told = this.outcomes.await((event) -> outcome.apply(event, uniqueid));
		Call call;
		try {
			call = dial(request, uniqueid);
		}
		catch (IllegalArgumentException ex) {
			told.cancel(false);
			throw ex;
		}
		call.ended()
			.whenComplete((result, failure) -> told.completeExceptionally(
					(result != null) ? new CallEndedException(result) : PendingOutcomes.unwrapped(failure)));
		return this.outcomes.within(request.timeout().plus(this.deadline), String.valueOf(request.application()), told,
				told.thenApply((event) -> new Joined<>(call, event)));
	}

	private void onEvent(AmiEvent event) {
		this.outcomes.onEvent(event);
		if (this.lives.isEmpty()) {
			return;
		}
		CallLife told = null;
		for (String header : CALL_IDS) {
			String id = event.get(header);
			CallLife life = (id != null) ? this.lives.get(id) : null;
			if (life != null && life != told) {
				told = life;
				tell(life, event);
			}
		}
	}

	private void tell(CallLife life, AmiEvent event) {
		life.onEvent(event);
		OptionalInt cause = life.hangUpWith();
		if (event instanceof NewchannelEvent created && created.uniqueid().equals(life.uniqueid())
				&& cause.isPresent()) {
			this.executor.execute(() -> hangUp(life, cause.getAsInt()));
		}
		fadeSoon(life);
	}

	private void fadeSoon(CallLife life) {
		if (life.beginsToFade()) {
			this.timer.schedule(life::fade, this.grace.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	// The state knows that a channel has gone even if the event was lost
	private void onChange(StateChange<LiveChannel> change) {
		LiveChannel last = change.before();
		CallLife life = (last != null && change.after() == null) ? this.lives.get(last.uniqueid()) : null;
		if (last != null && life != null) {
			this.timer.schedule(() -> life.vanished(last.uniqueid(), last.hangupCause()), this.grace.toMillis(),
					TimeUnit.MILLISECONDS);
		}
	}

	private void fail(ManagerException reason) {
		this.outcomes.fail(reason);
		this.lives.values().forEach((life) -> life.fail(reason));
	}

	/**
	 * Stops following; what is pending fails, and so does what would have to wait for an
	 * event from now on. Calls go on.
	 */
	@Override
	public void close() {
		this.registrations.forEach(Registration::close);
		ManagerException reason = new ManagerConnectionException("The calls are not followed any more");
		this.closed = reason;
		this.outcomes.close(reason);
		this.lives.values().forEach((life) -> life.fail(reason));
		this.timer.shutdownNow();
	}

}
