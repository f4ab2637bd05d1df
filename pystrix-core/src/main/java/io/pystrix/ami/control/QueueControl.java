package io.pystrix.ami.control;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import io.pystrix.ami.action.QueueAddAction;
import io.pystrix.ami.action.QueueChangePriorityCallerAction;
import io.pystrix.ami.action.QueueMemberRingInUseAction;
import io.pystrix.ami.action.QueuePauseAction;
import io.pystrix.ami.action.QueuePenaltyAction;
import io.pystrix.ami.action.QueueRemoveAction;
import io.pystrix.ami.action.QueueResetAction;
import io.pystrix.ami.action.QueueWithdrawCallerAction;
import io.pystrix.ami.event.QueueCallerLeaveEvent;
import io.pystrix.ami.event.QueueMemberAddedEvent;
import io.pystrix.ami.event.QueueMemberPauseEvent;
import io.pystrix.ami.event.QueueMemberPenaltyEvent;
import io.pystrix.ami.event.QueueMemberRemovedEvent;
import io.pystrix.ami.event.QueueMemberRinginuseEvent;
import io.pystrix.ami.live.LiveQueue;
import io.pystrix.ami.live.LiveQueueCaller;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;

/**
 * What can be done with a queue. How futures fail is said at {@link Calls}.
 *
 * @since 0.1.0
 */
public final class QueueControl {

	private final Calls calls;

	private final String queue;

	private final Duration deadline;

	QueueControl(Calls calls, String queue, Duration deadline) {
		this.calls = calls;
		this.queue = queue;
		this.deadline = deadline;
	}

	/**
	 * The same with another deadline.
	 * @param deadline how long Asterisk may take to tell what it has done
	 * @return the new controls
	 */
	public QueueControl within(Duration deadline) {
		return new QueueControl(this.calls, this.queue, deadline);
	}

	/**
	 * Its members, callers and figures at this moment.
	 * @return the queue, empty if there is none
	 */
	public Optional<LiveQueue> snapshot() {
		return this.calls.state().queue(this.queue);
	}

	/**
	 * The place of a caller at this moment.
	 * @param channel the name or the unique id of the caller's channel
	 * @return the place, 1 for the next one; empty if the channel does not wait here
	 */
	public OptionalInt position(String channel) {
		return snapshot().stream()
			.flatMap((known) -> known.callers().stream())
			.filter((caller) -> caller.uniqueid().equals(channel) || caller.channel().equals(channel))
			.mapToInt(LiveQueueCaller::position)
			.findFirst();
	}

	/**
	 * Adds a member.
	 * @param interfaceName what is dialled, such as {@code PJSIP/100}
	 * @return the event, when it is a member
	 */
	public CompletableFuture<QueueMemberAddedEvent> add(String interfaceName) {
		return add(interfaceName, UnaryOperator.identity());
	}

	/**
	 * Adds a member with settings of its own.
	 * @param interfaceName what is dialled, such as {@code PJSIP/100}
	 * @param settings adds the settings, such as
	 * {@code (action) -> action.penalty(2).memberName("Ann")}
	 * @return the event, when it is a member
	 */
	public CompletableFuture<QueueMemberAddedEvent> add(String interfaceName, UnaryOperator<QueueAddAction> settings) {
		return act(settings.apply(new QueueAddAction(this.queue, interfaceName)), QueueMemberAddedEvent.class,
				interfaceName);
	}

	/**
	 * Removes a member.
	 * @param interfaceName the member
	 * @return the event, when it is gone
	 */
	public CompletableFuture<QueueMemberRemovedEvent> remove(String interfaceName) {
		return act(new QueueRemoveAction(this.queue, interfaceName), QueueMemberRemovedEvent.class, interfaceName);
	}

	/**
	 * Pauses a member: it is given no calls of this queue.
	 * @param interfaceName the member
	 * @param reason why, may be empty
	 * @return the event, when it is paused
	 */
	public CompletableFuture<QueueMemberPauseEvent> pause(String interfaceName, String reason) {
		QueuePauseAction action = new QueuePauseAction(interfaceName, true).queue(this.queue);
		return act((reason.isEmpty()) ? action : action.reason(reason), QueueMemberPauseEvent.class, interfaceName);
	}

	/**
	 * Ends the pause of a member.
	 * @param interfaceName the member
	 * @return the event, when the pause has ended
	 */
	public CompletableFuture<QueueMemberPauseEvent> unpause(String interfaceName) {
		return act(new QueuePauseAction(interfaceName, false).queue(this.queue), QueueMemberPauseEvent.class,
				interfaceName);
	}

	/**
	 * Changes the penalty of a member.
	 * @param interfaceName the member
	 * @param penalty the penalty; those with a lower one are called first
	 * @return the event, when it is so
	 */
	public CompletableFuture<QueueMemberPenaltyEvent> penalty(String interfaceName, int penalty) {
		return act(new QueuePenaltyAction(interfaceName, penalty).queue(this.queue), QueueMemberPenaltyEvent.class,
				interfaceName);
	}

	/**
	 * Sets whether a member is called while it is in a call.
	 * @param interfaceName the member
	 * @param ringInUse whether it is called then
	 * @return the event, when it is so
	 */
	public CompletableFuture<QueueMemberRinginuseEvent> ringInUse(String interfaceName, boolean ringInUse) {
		return act(new QueueMemberRingInUseAction(interfaceName, ringInUse).queue(this.queue),
				QueueMemberRinginuseEvent.class, interfaceName);
	}

	/**
	 * Changes the priority of a caller and moves the caller at once. Asterisk raises no
	 * event for that, so the live state requests the positions again. Asterisk before
	 * 18.20 and 20.5 changes the priority, but does not move the caller; Asterisk 13 and
	 * 14 do not have the action (apps/app_queue.c).
	 * @param channel the name of the caller's channel
	 * @param priority the priority; those with a higher one come first
	 * @return completed when it is so
	 */
	public CompletableFuture<Void> changePriority(String channel, int priority) {
		return refreshed(new QueueChangePriorityCallerAction(this.queue, channel, priority).immediate(true));
	}

	/**
	 * Takes a caller out of the queue, who goes on in the dialplan. Needs Asterisk 16.25,
	 * 18.11, 19.3 or later (apps/app_queue.c).
	 * @param channel the name of the caller's channel
	 * @return the event, when the caller is out, which may take seconds
	 */
	public CompletableFuture<QueueCallerLeaveEvent> withdraw(String channel) {
		return this.calls.outcomes()
			.perform(new QueueWithdrawCallerAction(this.queue, channel), this.deadline,
					(event) -> (event instanceof QueueCallerLeaveEvent left && left.queue().equals(this.queue)
							&& left.channel().equals(channel)) ? left : null);
	}

	/**
	 * Sets the figures of the queue to zero. Asterisk tells that by no event, so that the
	 * live state asks for them anew.
	 * @return completed when it is so
	 */
	public CompletableFuture<Void> resetStatistics() {
		return refreshed(new QueueResetAction().queue(this.queue));
	}

	private CompletableFuture<Void> refreshed(AmiAction<?> action) {
		return this.calls.outcomes().send(action, this.deadline).thenApply((response) -> {
			this.calls.state().refreshQueue(this.queue);
			return null;
		});
	}

	private <E extends AmiEvent> CompletableFuture<E> act(AmiAction<?> action, Class<E> type, String interfaceName) {
		return this.calls.outcomes()
			.perform(action, this.deadline, (event) -> (type.isInstance(event) && this.queue.equals(event.get("Queue"))
					&& interfaceName.equals(event.get("Interface"))) ? type.cast(event) : null);
	}

}
