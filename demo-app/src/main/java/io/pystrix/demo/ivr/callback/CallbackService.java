package io.pystrix.demo.ivr.callback;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Keeps the requests and places the calls. Every method may be called from any thread.
 */
@Service
class CallbackService {

	private static final Logger logger = LoggerFactory.getLogger(CallbackService.class);

	private final Callbacks callbacks;

	private final QueueOutlooks queues;

	private final Manager manager;

	private final CallbackProperties properties;

	CallbackService(Callbacks callbacks, QueueOutlooks queues, Manager manager, CallbackProperties properties) {
		this.callbacks = callbacks;
		this.queues = queues;
		this.manager = manager;
		this.properties = properties;
	}

	/**
	 * Takes note that somebody wants to be called back. A number has one open request at
	 * most: who asks again is not called twice.
	 * @param number whom to call
	 * @param queue the queue to connect with
	 * @return the open request of the number
	 */
	Callback request(String number, String queue) {
		Callback callback = Callback.requested(number, queue, now());
		try {
			return this.callbacks.save(callback);
		}
		catch (DataIntegrityViolationException ex) {
			// The open one may have ended since
			return this.callbacks.findOpen(number).orElseGet(() -> this.callbacks.save(callback));
		}
	}

	/**
	 * Returns the newest requests.
	 */
	List<Callback> list() {
		return this.callbacks.findTop100ByOrderByIdDesc();
	}

	Optional<Callback> find(long id) {
		return this.callbacks.findById(id);
	}

	/**
	 * Calls as many as there are agents for, those who asked first before others, and
	 * those who wait in the queue before all of them.
	 */
	synchronized void callDue() {
		if (!this.manager.isConnected()) {
			return;
		}
		Map<String, Integer> agents = new HashMap<>();
		for (Callback due : this.callbacks.findDue(now())) {
			int free = agents.computeIfAbsent(due.queue(), this::spareAgents);
			if (free > 0 && call(due)) {
				agents.put(due.queue(), free - 1);
			}
		}
	}

	private int spareAgents(String queue) {
		int called = this.callbacks.countByQueueAndState(queue, CallbackState.CALLING);
		return this.queues.of(queue).map(QueueOutlook::spareAgents).orElse(0) - called;
	}

	/**
	 * Calls now, whether it is time or not.
	 * @param callback the request
	 * @return whether it is called; {@code false} if somebody else does, or did
	 * @throws ManagerConnectionException if there is no connection to Asterisk
	 */
	boolean call(Callback callback) {
		Long id = callback.id();
		if (!this.manager.isConnected()) {
			throw new ManagerConnectionException("Not connected to Asterisk");
		}
		if (id == null || !this.callbacks.claim(id)) {
			return false;
		}
		OriginateAction action = new OriginateAction(this.properties.channel(callback.number()))
			.application("Queue", callback.queue())
			.timeout(this.properties.ringing());
		this.manager.originate(action).handle((result, failure) -> ended(id, result, failure)).exceptionally((lost) -> {
			logger.error("Nobody knows what became of call-back {}", id, lost);
			return null;
		});
		return true;
	}

	private @Nullable Void ended(long id, @Nullable OriginateResult result, @Nullable Throwable failure) {
		Callback callback = find(id).orElseThrow();
		boolean reached = result != null && result.isAnswered();
		CallbackState state = reached ? CallbackState.REACHED
				: (callback.attempts() < this.properties.attempts()) ? CallbackState.WAITING : CallbackState.GIVEN_UP;
		String outcome = outcome(result, failure);
		logger.info("Call-back {}, attempt {}: {}", id, callback.attempts(), outcome);
		this.callbacks.attempted(id, state, now().plus(this.properties.retryDelay()), outcome);
		return null;
	}

	private static Instant now() {
		// The database knows no finer ones
		return Instant.now().truncatedTo(ChronoUnit.MICROS);
	}

	private static String outcome(@Nullable OriginateResult result, @Nullable Throwable failure) {
		if (result != null) {
			return result.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}
		return (failure instanceof ActionFailedException refused) ? "refused: " + refused.response().get("Message")
				: "no word from Asterisk";
	}

}
