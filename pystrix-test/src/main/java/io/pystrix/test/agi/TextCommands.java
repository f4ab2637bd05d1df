package io.pystrix.test.agi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The commands about texts and images.
 */
final class TextCommands {

	private final CallChannel channel;

	private final Deque<String> texts;

	TextCommands(CallChannel channel) {
		this.channel = channel;
		this.texts = new ArrayDeque<>(channel.settings().surroundings().texts());
	}

	void addTo(CommandTable table) {
		table.add("RECEIVE CHAR", 1, 1, this::receiveChar);
		table.add("RECEIVE TEXT", 1, 1, this::receiveText);
		table.add("SEND IMAGE", 1, 1, this::sendImage);
		table.add("SEND TEXT", 1, 1, this::sendText);
		// The channel has no such device, and Asterisk does not look at the word then
		table.add("TDD MODE", 1, 1, (words) -> Reply.result(0));
	}

	private Reply receiveChar(List<String> words) throws InterruptedException {
		String text = receive(words);
		if (text == null) {
			return Reply.failure("-1 (hangup)");
		}
		// The rest of the text is lost, as it is in Asterisk
		return Reply.result(text.isEmpty() ? "0 (timeout)" : text.codePointAt(0));
	}

	private Reply receiveText(List<String> words) throws InterruptedException {
		String text = receive(words);
		return (text != null) ? Reply.value(text) : Reply.result(-1);
	}

	private @Nullable String receive(List<String> words) throws InterruptedException {
		long millis = Numbers.orZero(words.get(0));
		String text = this.texts.poll();
		if (text == null) {
			this.channel.pass((millis < 0) ? null : Duration.ofMillis(millis), "", false);
		}
		return text;
	}

	private Reply sendImage(List<String> words) {
		this.channel.traces().images().add(words.get(0));
		return Reply.result(0);
	}

	private Reply sendText(List<String> words) {
		this.channel.traces().texts().add(words.get(0));
		return Reply.result(0);
	}

}
