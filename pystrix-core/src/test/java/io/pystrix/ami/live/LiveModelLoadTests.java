package io.pystrix.ami.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.ami.message.AmiEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many calls, one after the other with some at once: nothing piles up.
 * {@code -Dpystrix.live.calls=1000000} makes it more.
 */
class LiveModelLoadTests {

	private static final Logger logger = LoggerFactory.getLogger(LiveModelLoadTests.class);

	private static final int CALLS = Integer.getInteger("pystrix.live.calls", 50_000);

	private static final int AT_ONCE = 50;

	private long changes = 0;

	private final Map<String, LiveObject> told = new HashMap<>();

	@Test
	@Timeout(600)
	void nothingIsKeptOfCallsThatAreOver() {
		LiveModel model = new LiveModel(this::changed, new NoRequests());
		List<String[]> script = script();
		int mostChannels = 0;
		long start = System.nanoTime();
		// Each call is one step behind the one before it
		for (int step = 0; step < CALLS + AT_ONCE * script.size(); step++) {
			for (int i = 0; i < script.size(); i++) {
				int call = step - i * AT_ONCE / script.size();
				if (call >= 0 && call < CALLS) {
					model.apply(event(script.get(i), call));
				}
			}
			mostChannels = Math.max(mostChannels, model.channels().all().size());
		}
		long events = (long) CALLS * script.size();
		logger.info("{} events of {} calls, {} changes, {} events a second", events, CALLS, this.changes,
				events * 1_000_000_000L / (System.nanoTime() - start));
		Facts.areNothing(model);
		Facts.areConsistent(model);
		assertThat(model.bridges().all()).isEmpty();
		assertThat(this.told).isEmpty();
		assertThat(mostChannels).isPositive().isLessThanOrEqualTo(2 * (AT_ONCE + 1));
		assertThat(this.changes).isGreaterThan(events);
	}

	/** Each change goes on where the last one of the same thing has ended. */
	private void changed(StateChange<?> change) {
		this.changes++;
		LiveObject subject = change.subject();
		String key = subject.getClass().getSimpleName() + subject.id();
		LiveObject known = (change.after() != null) ? this.told.put(key, change.after()) : this.told.remove(key);
		if (known != change.before() && !(change.after() == null && known != null)) {
			assertThat(change.before()).as("before of %s", change).isEqualTo(known);
		}
	}

	private static List<String[]> script() {
		return List.of(lines("Newchannel", caller("Down")), lines("Newexten", caller("Ring"), "Application: Dial"),
				lines("Newchannel", called("Down")), lines("Newstate", called("Ringing")),
				lines("Newstate", called("Up")), lines("Newstate", caller("Up")),
				lines("BridgeCreate", "BridgeUniqueid: b-%1$d", "BridgeType: basic"),
				lines("BridgeEnter", called("Up"), "BridgeUniqueid: b-%1$d", "BridgeType: basic"),
				lines("BridgeEnter", caller("Up"), "BridgeUniqueid: b-%1$d", "BridgeType: basic"),
				lines("BridgeLeave", called("Up"), "BridgeUniqueid: b-%1$d"),
				lines("Hangup", called("Up"), "Cause: 16"),
				lines("BridgeLeave", caller("Up"), "BridgeUniqueid: b-%1$d"),
				lines("BridgeDestroy", "BridgeUniqueid: b-%1$d"), lines("Hangup", caller("Up"), "Cause: 16"));
	}

	private static String[] lines(String event, String... more) {
		return ("Event: " + event + "\nPrivilege: call,all\n" + String.join("\n", more)).split("\n");
	}

	private static String caller(String state) {
		return channel("1", state);
	}

	private static String called(String state) {
		return channel("2", state);
	}

	private static String channel(String half, String state) {
		return "Channel: PJSIP/%1$d-" + half + "\nChannelStateDesc: " + state + "\nChannelState: "
				+ Map.of("Down", "0", "Ring", "4", "Ringing", "5", "Up", "6").get(state) + "\nUniqueid: %1$d." + half
				+ "\nLinkedid: %1$d.1";
	}

	private static AmiEvent event(String[] lines, int call) {
		String[] told = lines.clone();
		for (int i = 0; i < told.length; i++) {
			told[i] = told[i].replace("%1$d", Integer.toString(call));
		}
		return Events.of(told);
	}

}
