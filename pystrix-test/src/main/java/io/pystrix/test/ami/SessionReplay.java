package io.pystrix.test.ami;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A trace that is played to one session, as its answers.
 */
final class SessionReplay {

	/** What a client sends when it likes, so that it says nothing about the order. */
	private static final Set<String> UNCOUNTED = Set.of("ping", "logoff", "challenge", "login");

	private final List<TraceMessage> messages;

	private final Duration pause;

	private final AtomicInteger responses;

	private final BlockingQueue<Optional<String>> actions = new LinkedBlockingQueue<>();

	SessionReplay(List<TraceMessage> messages, Duration pause) {
		this.messages = messages.stream().filter((message) -> !isUncounted(message.frame())).toList();
		this.pause = pause;
		this.responses = new AtomicInteger(
				(int) this.messages.stream().filter((message) -> message.frame().isResponse()).count());
	}

	private static boolean isUncounted(AmiFrame frame) {
		return frame.isResponse() && ("Pong".equals(frame.get("Ping")) || frame.name().equals("Goodbye"));
	}

	/**
	 * Take an action over.
	 * @return whether the trace answers it; if not, it has to be answered as usual
	 */
	boolean takes(AmiRequest request) {
		if (UNCOUNTED.contains(request.action().toLowerCase(Locale.ROOT))
				|| this.responses.getAndUpdate((left) -> Math.max(0, left - 1)) == 0) {
			return false;
		}
		this.actions.add(Optional.ofNullable(request.actionId()));
		return true;
	}

	/**
	 * Play to the end, on the thread of the caller.
	 * @param client where to write to
	 * @throws InterruptedException if the session has ended
	 */
	void play(Consumer<byte[]> client) throws InterruptedException {
		Map<String, Optional<String>> ids = new HashMap<>();
		for (TraceMessage message : this.messages) {
			TimeUnit.NANOSECONDS.sleep(this.pause.toNanos());
			String recorded = message.actionId();
			if (message.frame().isResponse()) {
				Optional<String> actual = this.actions.take();
				if (recorded != null) {
					ids.put(recorded, actual);
				}
				client.accept(message.bytes(actual.orElse(null)));
			}
			else if (recorded != null && ids.containsKey(recorded)) {
				client.accept(message.bytes(ids.get(recorded).orElse(null)));
			}
			else {
				client.accept(message.bytes());
			}
		}
	}

}
