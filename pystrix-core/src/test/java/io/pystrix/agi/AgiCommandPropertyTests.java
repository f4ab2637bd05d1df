package io.pystrix.agi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What holds for any arguments.
 */
class AgiCommandPropertyTests {

	@Property(tries = 2000)
	void asteriskReadsTheArgumentsThatWereGiven(@ForAll("texts") @Size(max = 30) List<String> arguments) {
		List<String> words = AsteriskSplitter.split(AgiCommand.of("SOME VERB", arguments.toArray()).line());
		List<String> expected = new ArrayList<>(List.of("SOME", "VERB"));
		expected.addAll(arguments);
		assertThat(words).isEqualTo(expected);
	}

	@Property
	void whatCannotBeSentIsRefusedWhereverItStands(@ForAll("texts") @Size(min = 1, max = 10) List<String> arguments,
			@ForAll("refused") String refused, @ForAll @IntRange(max = 9) int place, @ForAll boolean infront) {
		List<String> bad = new ArrayList<>(arguments);
		int index = place % bad.size();
		bad.set(index, (infront) ? refused + bad.get(index) : bad.get(index) + refused);
		assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.of("VERB", bad.toArray()))
			.withMessageContaining("line break or NUL")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("\n", "\r", "\0"));
	}

	@Property
	void aLineIsSentIfItHas8190BytesAndNotIfItHasMore(@ForAll("long") String argument) {
		int bytes = "VERB \"\"".length() + argument.getBytes(StandardCharsets.UTF_8).length
				+ (int) argument.chars().filter((c) -> c == '"' || c == '\\').count();
		if (bytes <= 8190) {
			assertThat(AsteriskSplitter.split(AgiCommand.of("VERB", argument).line())).containsExactly("VERB",
					argument);
		}
		else {
			assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.of("VERB", argument))
				.withMessageContaining(bytes + " bytes");
		}
	}

	@Property
	void aLineIsSentIfItHas120WordsAndNotIfItHasMore(@ForAll @IntRange(min = 100, max = 300) int count) {
		List<String> arguments = Collections.nCopies(count, "");
		if (count < 120) {
			assertThat(AsteriskSplitter.split(AgiCommand.of("VERB", arguments.toArray()).line())).hasSize(count + 1);
		}
		else {
			assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.of("VERB", arguments.toArray()))
				.withMessageContaining((count + 1) + " words");
		}
	}

	/** Much of what means something to Asterisk, and any other text. */
	@Provide
	Arbitrary<List<String>> texts() {
		return AgiTexts.any().list();
	}

	@Provide
	Arbitrary<String> refused() {
		return Arbitraries.of("\n", "\r", "\0", "\r\n", "\nHANGUP");
	}

	@Provide("long")
	Arbitrary<String> longTexts() {
		Arbitrary<String> units = Arbitraries.of("a", "ü", "€", "𝄞", "\"", "\\", " ");
		return units.flatMap((unit) -> Arbitraries.integers()
			.between(-3, 3)
			.map((more) -> unit
				.repeat(8183 / Math.max(unit.getBytes(StandardCharsets.UTF_8).length, width(unit)) + more)));
	}

	private static int width(String unit) {
		return (unit.equals("\"") || unit.equals("\\")) ? 2 : 1;
	}

}
