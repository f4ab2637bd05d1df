package io.pystrix.ami.live;

import java.util.List;
import java.util.Set;

import io.pystrix.ami.action.VoicemailUsersListAction;
import io.pystrix.ami.event.MessageWaitingEvent;
import io.pystrix.ami.event.VoicemailUserEntryEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;

/**
 * The messages in voice mailboxes.
 */
final class MailboxPart extends ListedPart<VoicemailUserEntryEvent, LiveMailbox> {

	MailboxPart(Store<LiveMailbox> mailboxes) {
		super(mailboxes);
	}

	@Override
	public Set<String> events() {
		return Set.of("MessageWaiting");
	}

	@Override
	public void apply(AmiEvent event) {
		if (event instanceof MessageWaitingEvent waiting) {
			objects().put(new LiveMailbox(waiting.mailbox(), waiting.newMessages().orElse(0),
					waiting.oldMessages().orElse(0)));
		}
	}

	@Override
	AmiAction<EventList<VoicemailUserEntryEvent>> list() {
		return new VoicemailUsersListAction();
	}

	@Override
	LiveMailbox object(VoicemailUserEntryEvent item) {
		return new LiveMailbox(item.voiceMailbox() + "@" + item.vmContext(), item.newMessageCount().orElse(0),
				item.oldMessageCount().orElse(0));
	}

	// Other voicemail than Asterisk's own is told by events only
	@Override
	boolean isWhole(List<VoicemailUserEntryEvent> items) {
		return !items.isEmpty();
	}

}
