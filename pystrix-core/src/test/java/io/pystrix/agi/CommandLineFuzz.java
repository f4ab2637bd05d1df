package io.pystrix.agi;

import java.util.ArrayList;
import java.util.List;

import io.pystrix.FuzzInput;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever texts a command is made of: it is refused, or Asterisk reads the words that
 * were given and not one more.
 */
public final class CommandLineFuzz {

	private CommandLineFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) {
		List<String> texts = new FuzzInput(data).texts();
		List<String> arguments = texts.subList(1, texts.size());
		String line;
		try {
			line = AgiCommand.of(texts.get(0), arguments.toArray()).line();
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex.getMessage()).isNotEmpty().doesNotContain("\r", "\n", "\0");
			return;
		}
		List<String> expected = new ArrayList<>(List.of(texts.get(0).split(" ")));
		expected.addAll(arguments);
		assertThat(AsteriskSplitter.split(line)).isEqualTo(expected);
	}

}
