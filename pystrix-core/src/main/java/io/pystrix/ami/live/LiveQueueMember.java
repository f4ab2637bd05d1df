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
 * @param queue the name of the queue
 * @param interfaceName what is dialled, such as {@code PJSIP/100}
 * @param name the name of the member
 * @param membership how it became one, {@code null} if not known
 * @param penalty its penalty
 * @param callsTaken how many calls it has taken
 * @param lastCall when the last of them ended, {@code null} if there was none
 * @param inCall whether it has a call of this queue; always {@code false} before Asterisk
 * 13.8 (apps/app_queue.c)
 * @param status the state of its device, {@code null} if not known
 * @param paused whether it is paused
 * @param pausedReason why, {@code null} or empty if that was not told, as before Asterisk
 * 13.8 (apps/app_queue.c)
 */
public record LiveQueueMember(String queue, String interfaceName, String name, @Nullable QueueMembership membership,
		OptionalInt penalty, OptionalInt callsTaken, @Nullable Instant lastCall, boolean inCall,
		@Nullable DeviceState status, boolean paused, @Nullable String pausedReason) implements LiveObject {

	@Override
	public String id() {
		return id(this.queue, this.interfaceName);
	}

	LiveQueueMember withCalls(OptionalInt callsTaken, @Nullable Instant lastCall) {
		return new LiveQueueMember(this.queue, this.interfaceName, this.name, this.membership, this.penalty, callsTaken,
				lastCall, this.inCall, this.status, this.paused, this.pausedReason);
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

}
