package io.pystrix.demo.ivr.callback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerException;
import io.pystrix.ami.action.QueueStatusAction;
import io.pystrix.ami.event.DeviceState;
import io.pystrix.ami.event.QueueMemberEvent;
import io.pystrix.ami.event.QueueParamsEvent;
import io.pystrix.ami.message.AmiEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Asks Asterisk how things stand in a queue.
 */
@Component
class QueueOutlooks {

	private static final Logger logger = LoggerFactory.getLogger(QueueOutlooks.class);

	// Asterisk calls a member whose device it does not watch, too
	private static final Set<DeviceState> FREE = Set.of(DeviceState.NOT_INUSE, DeviceState.UNKNOWN);

	private final Manager manager;

	QueueOutlooks(Manager manager) {
		this.manager = manager;
	}

	/**
	 * Returns how things stand.
	 * @param queue the name of the queue
	 * @return the outlook, empty if Asterisk does not know such a queue or cannot be
	 * asked
	 */
	Optional<QueueOutlook> of(String queue) {
		try {
			List<AmiEvent> items = this.manager.sendAction(new QueueStatusAction().queue(queue)).items();
			int freeAgents = (int) items.stream()
				.filter((item) -> item instanceof QueueMemberEvent member && isFree(member))
				.count();
			return items.stream()
				.filter(QueueParamsEvent.class::isInstance)
				.map(QueueParamsEvent.class::cast)
				.findFirst()
				.map((params) -> outlook(params, freeAgents));
		}
		catch (ManagerException ex) {
			logger.warn("Asterisk does not tell about the queue {}: {}", queue, ex.getMessage());
			return Optional.empty();
		}
	}

	private static QueueOutlook outlook(QueueParamsEvent params, int freeAgents) {
		Duration holdTime = params.holdtime();
		return new QueueOutlook(params.calls().orElse(0), (holdTime != null) ? holdTime : Duration.ZERO, freeAgents);
	}

	private static boolean isFree(QueueMemberEvent member) {
		DeviceState state = member.status();
		return state != null && FREE.contains(state) && !Boolean.TRUE.equals(member.paused());
	}

}
