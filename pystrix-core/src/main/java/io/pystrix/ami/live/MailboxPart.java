package io.pystrix.ami.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pystrix.ami.AmiEvent;
import io.pystrix.ami.action.VoicemailUsersListAction;
import io.pystrix.ami.event.MessageWaitingEvent;
import io.pystrix.ami.event.VoicemailUserEntryEvent;
import org.jspecify.annotations.Nullable;

/**
 * The messages in voice mailboxes.
 */
final class MailboxPart implements Part {

	private final Store<LiveMailbox> mailboxes;

	MailboxPart(Store<LiveMailbox> mailboxes) {
		this.mailboxes = mailboxes;
	}

	@Override
	public Set<String> events() {
		return Set.of("MessageWaiting");
	}

	@Override
	public void apply(AmiEvent event) {
		if (event instanceof MessageWaitingEvent waiting) {
			this.mailboxes.put(new LiveMailbox(waiting.mailbox(), waiting.newMessages().orElse(0),
					waiting.oldMessages().orElse(0)));
		}
	}

	@Override
	public void begin() {
		this.mailboxes.begin();
	}

	@Override
	public void request(Requests requests) {
		requests.list(new VoicemailUsersListAction(), this::complete);
	}

	private void complete(@Nullable List<VoicemailUserEntryEvent> items) {
		// Other voicemail than Asterisk's own is told by events only
		if (items == null || items.isEmpty()) {
			this.mailboxes.fail();
			return;
		}
		Map<String, LiveMailbox> listed = new LinkedHashMap<>();
		for (VoicemailUserEntryEvent item : items) {
			LiveMailbox mailbox = new LiveMailbox(item.voiceMailbox() + "@" + item.vmContext(),
					item.newMessageCount().orElse(0), item.oldMessageCount().orElse(0));
			listed.put(mailbox.name(), mailbox);
		}
		this.mailboxes.complete(listed, (item, known, touched) -> (touched && known != null) ? known : item);
	}

}
