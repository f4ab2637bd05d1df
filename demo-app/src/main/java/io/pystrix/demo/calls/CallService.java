package io.pystrix.demo.calls;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.ami.ManagerTimeoutException;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;
import io.pystrix.ami.action.PlayDTMFAction;
import io.pystrix.ami.control.Calls;
import io.pystrix.ami.event.NewchannelEvent;
import io.pystrix.ami.live.DialplanPosition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Places calls, presses keys in them, sends them elsewhere, and ends them.
 */
@Service
class CallService {

	private static final Logger logger = LoggerFactory.getLogger(CallService.class);

	private final Manager manager;

	private final Calls control;

	private final CallLog calls;

	private final DemoProperties properties;

	CallService(Manager manager, Calls control, CallLog calls, DemoProperties properties) {
		this.manager = manager;
		this.control = control;
		this.calls = calls;
		this.properties = properties;
	}

	/**
	 * Dials the caller and, when it answers, connects it with a destination.
	 * @param destination the extension
	 * @param callerId whom the caller's telephone shows, {@code null} for nobody
	 * @return the call, as soon as Asterisk has made its channel or has said that it will
	 * not
	 */
	CompletableFuture<Call> place(String destination, @Nullable String callerId) {
		if (!this.manager.isConnected()) {
			throw new ManagerConnectionException("Not connected to Asterisk");
		}
		String id = UUID.randomUUID().toString();
		Call placed = this.calls.placed(id, destination);
		CompletableFuture<NewchannelEvent> created = this.manager.nextEvent(NewchannelEvent.class,
				(event) -> id.equals(event.uniqueid()));
		OriginateAction action = new OriginateAction(this.properties.caller()).context(this.properties.context())
			.exten(destination)
			.priority("1")
			.channelId(id);
		action = (callerId != null) ? action.callerId(callerId) : action;
		CompletableFuture<OriginateResult> outcome = this.manager.originate(action)
			.whenComplete((result, failure) -> originated(id, result, failure));
		return CompletableFuture.anyOf(created, outcome).handle((first, failure) -> {
			created.cancel(false);
			if (first instanceof NewchannelEvent event) {
				this.calls.update(id, (call) -> call.channel(event.channel()));
			}
			return (failure != null) ? CompletableFuture.<Call>failedFuture(failure)
					: CompletableFuture.completedFuture(latest(placed));
		}).thenCompose((call) -> call);
	}

	private void originated(String id, @Nullable OriginateResult result, @Nullable Throwable failure) {
		if (result != null && result.isAnswered()) {
			this.calls.update(id, (call) -> call.channel(result.channel()).reached(CallState.ANSWERED));
			return;
		}
		String reason = (result != null) ? words(result.reason()) : reason(failure);
		logger.info("Call {} failed: {}", id, reason);
		this.calls.update(id, (call) -> call.failed(reason));
	}

	private static String words(OriginateResult.Reason reason) {
		return (reason != OriginateResult.Reason.FAILED) ? reason.name().toLowerCase(Locale.ROOT).replace('_', ' ')
				: "cannot be called";
	}

	private static String reason(@Nullable Throwable failure) {
		if (failure instanceof ActionFailedException refused) {
			return String.valueOf(refused.response().get("Message"));
		}
		return (failure instanceof ManagerTimeoutException) ? "no answer from Asterisk" : "connection lost";
	}

	private Call latest(Call call) {
		Call latest = this.calls.find(call.id());
		return (latest != null) ? latest : call;
	}

	/**
	 * Presses keys as if the call's own telephone did, so that its script hears them.
	 * Returns when Asterisk has taken them.
	 * @param call the call
	 * @param digits the keys
	 */
	void press(Call call, String digits) {
		digits.chars()
			.mapToObj(Character::toString)
			.map((digit) -> new PlayDTMFAction(call.id(), digit).receive(true))
			.forEach(this.manager::sendAction);
	}

	/**
	 * Sends a channel to an extension, away from what it does.
	 * @param channel its unique id
	 * @param extension the extension
	 * @return completed when it has arrived there
	 */
	CompletableFuture<Void> transfer(String channel, String extension) {
		return this.control.channel(channel)
			.redirect(new DialplanPosition(this.properties.context(), extension, "1"))
			.thenAccept((arrived) -> this.calls.update(channel, (call) -> call.transferred(extension)));
	}

	/**
	 * Parks a channel.
	 * @param channel its unique id
	 * @return the space, completed when it is there
	 */
	CompletableFuture<String> park(String channel) {
		return this.control.channel(channel).park().thenApply((parked) -> String.valueOf(parked.parkingSpace()));
	}

	/**
	 * Hangs up a channel. Returns when Asterisk has agreed; the end itself comes as an
	 * event.
	 * @param channel its unique id
	 */
	void hangUp(String channel) {
		this.manager.sendAction(new HangupAction(channel));
	}

}
