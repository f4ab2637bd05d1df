package io.pystrix.test.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.pystrix.test.agi.AgiCall;
import org.jspecify.annotations.Nullable;

/**
 * Carries digits to whoever hears them.
 */
final class Keypad {

	private static final int FAR = 8;

	private final Events events;

	Keypad(Events events) {
		this.events = events;
	}

	/**
	 * Press a digit. Of two Local channels each hears what is sent on the other; a script
	 * hears both, as it is mostly the script's own channel that a test knows.
	 */
	void press(Channel pressed, char digit, long millis) {
		Channel other = LocalPairs.other(pressed);
		Channel hearing = Stream.of(pressed, other).filter((half) -> half.script != null).findFirst().orElse(other);
		List<Heard> way = new ArrayList<>();
		hear(hearing, way);
		way.forEach((heard) -> this.events.digitBegins(heard.channel, digit, heard.direction));
		way.forEach((heard) -> this.events.digitEnds(heard.channel, digit, millis, heard.direction));
		AgiCall script = way.isEmpty() ? null : way.get(way.size() - 1).channel.script;
		if (script != null) {
			script.press(String.valueOf(digit));
		}
	}

	private void hear(@Nullable Channel channel, List<Heard> way) {
		if (channel == null || channel.gone || way.size() > FAR) {
			return;
		}
		way.add(new Heard(channel, "Received"));
		Bridge bridge = channel.bridge;
		if (bridge instanceof TalkBridge && bridge.channels.size() == 2) {
			Channel peer = bridge.channels.get((bridge.channels.get(0) == channel) ? 1 : 0);
			way.add(new Heard(peer, "Sent"));
			hear(peer.livingOther(), way);
		}
	}

	private record Heard(Channel channel, String direction) {

	}

}
