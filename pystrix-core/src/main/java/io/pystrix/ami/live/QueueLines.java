package io.pystrix.ami.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Who waits in which queue behind whom.
 */
final class QueueLines {

	private final Map<String, List<LiveQueueCaller>> lines = new HashMap<>();

	private final Map<String, String> queueOf = new HashMap<>();

	QueueLines(Collection<LiveQueueCaller> callers) {
		callers.stream().sorted(Comparator.comparingInt(LiveQueueCaller::position)).forEach(this::join);
	}

	/** Whether a caller waits in a queue. */
	boolean contains(String queue, String uniqueid) {
		return queue.equals(this.queueOf.get(uniqueid));
	}

	/** Puts a caller at its position, or at the end of the line if that is shorter. */
	void join(LiveQueueCaller caller) {
		leave(caller.uniqueid());
		List<LiveQueueCaller> line = this.lines.computeIfAbsent(caller.queue(), (queue) -> new ArrayList<>());
		line.add(Math.max(0, Math.min(caller.position() - 1, line.size())), caller);
		this.queueOf.put(caller.uniqueid(), caller.queue());
	}

	/** Removes a caller and returns its queue, {@code null} if it is in none. */
	@Nullable String leave(String uniqueid) {
		String queue = this.queueOf.remove(uniqueid);
		List<LiveQueueCaller> line = (queue != null) ? this.lines.get(queue) : null;
		if (line != null) {
			line.removeIf((caller) -> caller.uniqueid().equals(uniqueid));
			if (line.isEmpty()) {
				this.lines.remove(queue);
			}
		}
		return queue;
	}

	void move(QueueMove move) {
		if (move.joined() != null) {
			join(move.joined());
		}
		else {
			leave(move.uniqueid());
		}
	}

	/** The callers in a queue, numbered from 1. */
	List<LiveQueueCaller> line(String queue) {
		List<LiveQueueCaller> numbered = new ArrayList<>();
		for (LiveQueueCaller caller : this.lines.getOrDefault(queue, List.of())) {
			numbered.add(caller.at(numbered.size() + 1));
		}
		return numbered;
	}

	/** All callers, numbered from 1 in each queue. */
	List<LiveQueueCaller> all() {
		return this.lines.keySet().stream().flatMap((queue) -> line(queue).stream()).toList();
	}

}
