package io.pystrix.ami.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pystrix.ami.AmiEvent;
import io.pystrix.ami.action.ExtensionStateListAction;
import io.pystrix.ami.event.ExtensionState;
import io.pystrix.ami.event.ExtensionStatusEvent;
import org.jspecify.annotations.Nullable;

/**
 * The states of extensions that have hints.
 */
final class ExtensionPart implements Part {

	private final Store<LiveExtension> extensions;

	ExtensionPart(Store<LiveExtension> extensions) {
		this.extensions = extensions;
	}

	@Override
	public Set<String> events() {
		return Set.of("ExtensionStatus");
	}

	@Override
	public void apply(AmiEvent event) {
		if (event instanceof ExtensionStatusEvent status) {
			if (status.status() == ExtensionState.REMOVED) {
				this.extensions.remove(LiveExtension.id(status.exten(), status.context()));
			}
			else {
				this.extensions.put(extension(status));
			}
		}
	}

	@Override
	public void begin() {
		this.extensions.begin();
	}

	@Override
	public void request(Requests requests) {
		requests.list(new ExtensionStateListAction(), this::complete);
	}

	private void complete(@Nullable List<ExtensionStatusEvent> items) {
		if (items == null) {
			this.extensions.fail();
			return;
		}
		Map<String, LiveExtension> listed = new LinkedHashMap<>();
		items.forEach((item) -> listed.put(LiveExtension.id(item.exten(), item.context()), extension(item)));
		this.extensions.complete(listed, (item, known, touched) -> (touched && known != null) ? known : item);
	}

	private static LiveExtension extension(ExtensionStatusEvent event) {
		ExtensionState state = event.status();
		return new LiveExtension(event.context(), event.exten(), event.hint(),
				(state != null) ? state : ExtensionState.UNKNOWN);
	}

}
