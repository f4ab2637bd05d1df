package io.pystrix.demo.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.demo.stream.Section;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The latest calls, in memory. May be used by any thread.
 */
@Component
public class CallLog {

	private final Map<String, Call> calls;

	CallLog(DemoProperties properties) {
		this.calls = new LinkedHashMap<>() {

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, Call> eldest) {
				return size() > properties.maxCalls();
			}

		};
	}

	/**
	 * Returns the calls.
	 * @return the calls as they are now, newest first
	 */
	public synchronized List<Call> list() {
		List<Call> list = new ArrayList<>(this.calls.values());
		Collections.reverse(list);
		return list;
	}

	/**
	 * Returns a call.
	 * @param id its id
	 * @return the call as it is now, {@code null} if it is not known (any more)
	 */
	public synchronized @Nullable Call find(String id) {
		return this.calls.get(id);
	}

	/**
	 * Takes note that a script runs. The call may have come from elsewhere, and is new
	 * then.
	 * @param request what the script was called for
	 */
	public synchronized void scriptStarted(AgiRequest request) {
		AgiEnvironment environment = request.environment();
		Call call = this.calls.get(environment.uniqueid());
		if (call == null) {
			call = Call.placed(environment.uniqueid(), environment.extension());
		}
		this.calls.put(call.id(), call.channel(environment.channel()).script(request.path()));
	}

	/**
	 * Takes note of a key that interrupted a prompt of a script.
	 * @param id the call's id
	 * @param hit the key and where the prompt stopped
	 */
	public void pressed(String id, DtmfInterrupt hit) {
		update(id, (call) -> call.pressed(hit));
	}

	/**
	 * Takes note of what became of a call. Its first outcome stays.
	 * @param id the call's id
	 * @param outcome a few words
	 */
	public void outcome(String id, String outcome) {
		update(id, (call) -> call.outcome(outcome));
	}

	@Bean
	Section phoneSection() {
		return new Section("phone", this::list);
	}

	synchronized Call placed(String id, String destination) {
		Call call = Call.placed(id, destination);
		this.calls.put(id, call);
		return call;
	}

	synchronized void update(String id, UnaryOperator<Call> change) {
		this.calls.computeIfPresent(id, (key, call) -> change.apply(call));
	}

}
