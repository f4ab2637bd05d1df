package io.pystrix.ami.live;

import java.time.Instant;
import java.util.OptionalInt;

import io.pystrix.ami.event.DeviceState;
import io.pystrix.ami.event.QueueMemberEvent;
import io.pystrix.ami.event.QueueMemberStatusEvent;
import io.pystrix.ami.event.QueueMembership;
import io.pystrix.ami.message.AmiEvent;
import org.jspecify.annotations.Nullable;

/**
 * A member of a queue at one moment. A member of several queues is there once for each.
 *
 * @since 0.1.0
 */
public final class LiveQueueMember implements LiveObject {

	private final Values values;

	LiveQueueMember(String queue, String interfaceName, String name, @Nullable QueueMembership membership,
			OptionalInt penalty, OptionalInt callsTaken, @Nullable Instant lastCall, boolean inCall,
			@Nullable DeviceState status, boolean paused, @Nullable String pausedReason) {
		this.values = new Values(queue, interfaceName, name, membership, penalty, callsTaken, lastCall, inCall, status,
				paused, pausedReason);
	}

	/**
	 * {@return the name of the queue}
	 */
	public String queue() {
		return this.values.queue();
	}

	/**
	 * {@return what is dialled, such as {@code PJSIP/100}}
	 */
	public String interfaceName() {
		return this.values.interfaceName();
	}

	/**
	 * {@return the name of the member}
	 */
	public String name() {
		return this.values.name();
	}

	/**
	 * {@return how the member joined the queue, {@code null} if not known}
	 */
	public @Nullable QueueMembership membership() {
		return this.values.membership();
	}

	/**
	 * {@return the penalty of the member}
	 */
	public OptionalInt penalty() {
		return this.values.penalty();
	}

	/**
	 * {@return how many calls the member has taken}
	 */
	public OptionalInt callsTaken() {
		return this.values.callsTaken();
	}

	/**
	 * {@return when the last call of the member ended, {@code null} if there was none}
	 */
	public @Nullable Instant lastCall() {
		return this.values.lastCall();
	}

	/**
	 * {@return whether it has a call of this queue; always {@code false} before Asterisk
	 * 13.8 (apps/app_queue.c)}
	 */
	public boolean inCall() {
		return this.values.inCall();
	}

	/**
	 * {@return the state of its device, {@code null} if not known}
	 */
	public @Nullable DeviceState status() {
		return this.values.status();
	}

	/**
	 * {@return whether the member is paused}
	 */
	public boolean paused() {
		return this.values.paused();
	}

	/**
	 * {@return why, {@code null} or empty if that was not told, as before Asterisk 13.8
	 * (apps/app_queue.c)}
	 */
	public @Nullable String pausedReason() {
		return this.values.pausedReason();
	}

	@Override
	public String id() {
		return id(this.values.queue(), this.values.interfaceName());
	}

	LiveQueueMember withCalls(OptionalInt callsTaken, @Nullable Instant lastCall) {
		return new LiveQueueMember(this.values.queue(), this.values.interfaceName(), this.values.name(),
				this.values.membership(), this.values.penalty(), callsTaken, lastCall, this.values.inCall(),
				this.values.status(), this.values.paused(), this.values.pausedReason());
	}

	// All events about members have the same headers
	static LiveQueueMember of(AmiEvent event) {
		QueueMemberStatusEvent member = new QueueMemberStatusEvent(event.headers());
		return new LiveQueueMember(member.queue(), member.interfaceName(), member.memberName(), member.membership(),
				member.penalty(), member.callsTaken(), member.lastCall(), Boolean.TRUE.equals(member.inCall()),
				member.status(), Boolean.TRUE.equals(member.paused()), member.pausedReason());
	}

	// Only the item of the list calls two of them by other names
	static LiveQueueMember of(QueueMemberEvent item) {
		String location = (item.location() != null) ? item.location() : "";
		return new LiveQueueMember(item.queue(), location, (item.memberName() != null) ? item.memberName() : location,
				item.membership(), item.penalty(), item.callsTaken(), item.lastCall(),
				Boolean.TRUE.equals(item.inCall()), item.status(), Boolean.TRUE.equals(item.paused()),
				item.pausedReason());
	}

	static String id(String queue, String interfaceName) {
		return queue + '\n' + interfaceName;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveQueueMember that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveQueueMember");
	}

	private record Values(String queue, String interfaceName, String name, @Nullable QueueMembership membership,
			OptionalInt penalty, OptionalInt callsTaken, @Nullable Instant lastCall, boolean inCall,
			@Nullable DeviceState status, boolean paused, @Nullable String pausedReason) {

	}

}
