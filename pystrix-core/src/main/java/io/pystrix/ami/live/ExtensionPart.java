package io.pystrix.ami.live;

import java.util.Set;

import io.pystrix.ami.action.ExtensionStateListAction;
import io.pystrix.ami.event.ExtensionState;
import io.pystrix.ami.event.ExtensionStatusEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;

/**
 * The states of extensions that have hints.
 */
final class ExtensionPart extends ListedPart<ExtensionStatusEvent, LiveExtension> {

	ExtensionPart(Store<LiveExtension> extensions) {
		super(extensions);
	}

	@Override
	public Set<String> events() {
		return Set.of("ExtensionStatus");
	}

	@Override
	public void apply(AmiEvent event) {
		if (event instanceof ExtensionStatusEvent status) {
			LiveExtension extension = object(status);
			if (extension.state() == ExtensionState.REMOVED) {
				objects().remove(extension.id());
			}
			else {
				objects().put(extension);
			}
		}
	}

	@Override
	AmiAction<EventList<ExtensionStatusEvent>> list() {
		return new ExtensionStateListAction();
	}

	@Override
	LiveExtension object(ExtensionStatusEvent item) {
		ExtensionState state = item.status();
		return new LiveExtension(item.context(), item.exten(), item.hint(),
				(state != null) ? state : ExtensionState.UNKNOWN);
	}

}
