package io.pystrix.agi.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what was recorded of a real Asterisk 22.
 */
final class AgiCapture {

	private static final Pattern LINE = Pattern.compile(" *[0-9.]+ ([<>!]) (.*)");

	private AgiCapture() {
	}

	/** The sessions of a capture. */
	static List<Dialogue> dialogues(String name) {
		List<Dialogue.Recorder> dialogues = new ArrayList<>();
		for (String line : new String(bytes(name + ".txt"), StandardCharsets.UTF_8).split("\n")) {
			Matcher parts = LINE.matcher(line);
			if (!parts.matches()) {
				continue;
			}
			String text = unescaped(parts.group(2));
			if (text.equals("agi_network: yes\n")) {
				dialogues.add(new Dialogue.Recorder());
			}
			Dialogue.Recorder last = dialogues.get(dialogues.size() - 1);
			switch (parts.group(1)) {
				case "<" -> last.says(text);
				case ">" -> last.hears(text.substring(0, text.length() - 1));
				default -> last.closes();
			}
		}
		return dialogues.stream().map(Dialogue.Recorder::dialogue).toList();
	}

	static byte[] bytes(String file) {
		try (InputStream in = AgiCapture.class.getResourceAsStream("/captures/agi/" + file)) {
			assertThat(in).as(file).isNotNull();
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String unescaped(String text) {
		StringBuilder unescaped = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\\') {
				c = (text.charAt(++i) == 'n') ? '\n' : text.charAt(i);
			}
			unescaped.append(c);
		}
		return unescaped.toString();
	}

}
