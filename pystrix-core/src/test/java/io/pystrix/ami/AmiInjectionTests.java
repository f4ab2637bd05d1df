package io.pystrix.ami;

import java.nio.charset.Charset;
import java.util.List;

import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.SetvarAction;
import io.pystrix.ami.message.AmiAction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * No text that a user hands over becomes more than the one header that it is meant for.
 */
class AmiInjectionTests {

	@Property
	void textThatLeavesItsLineIsRefusedWhereverItIsPut(@ForAll("evil") String evil) {
		assertRefused(() -> AmiAction.named(evil));
		assertRefused(() -> AmiAction.named("Ping").with("Header", evil));
		assertRefused(() -> AmiAction.named("Ping").with(evil, "value"));
		assertRefused(() -> AmiAction.named("Ping").with("ActionID", evil));
		assertRefused(() -> AmiAction.named("Originate").with("Variable", "a=" + evil));
		assertRefused(() -> new OriginateAction("PJSIP/1").callerId(evil));
		assertRefused(() -> new OriginateAction("PJSIP/" + evil));
		assertRefused(() -> new SetvarAction("NAME", evil));
		assertRefused(() -> new SetvarAction(evil, "value"));
		assertRefused(() -> Manager.builder().credentials(evil, "secret"));
		assertRefused(() -> Manager.builder().credentials("name", evil));
		assertRefused(() -> Manager.builder().eventMask(evil));
		assertRefused(() -> Manager.builder().filters(List.of("Event: Hangup", evil)));
	}

	@Provide
	Arbitrary<String> evil() {
		Arbitrary<String> text = Arbitraries.strings().ofMaxLength(20);
		Arbitrary<String> end = Arbitraries.of("\r", "\n", "\0", "\r\n", "\r\n\r\n", "\r\n\r\nAction: Command");
		return Combinators.combine(text, end, text).as((before, middle, after) -> before + middle + after);
	}

	private static void assertRefused(ThrowingCallable use) {
		assertThatIllegalArgumentException().isThrownBy(use);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16BE", "UTF-32", "Shift_JIS", "Big5", "GBK", "GB18030", "ISO-2022-JP", "IBM037" })
	void charsetThatMakesAsciiOfOtherCharactersIsRefused(String name) {
		assertRefused(() -> Manager.builder().charset(Charset.forName(name)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252", "KOI8-R", "EUC-KR" })
	void charsetThatLeavesAsciiAloneIsTaken(String name) {
		assertThat(Manager.builder().charset(Charset.forName(name))).isNotNull();
	}

}
