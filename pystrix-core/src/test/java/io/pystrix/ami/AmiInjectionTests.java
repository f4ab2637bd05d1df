package io.pystrix.ami;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.SetvarAction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

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

	@Test
	void charsetThatMakesLineEndsOfHarmlessTextDoesNotGetThemThrough() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((self, socket) -> {
			self.write(socket, "Asterisk Call Manager/11.0.0\r\n");
			self.rest();
		});
				Manager manager = Manager.builder()
					.host("127.0.0.1")
					.port(peer.port())
					.charset(StandardCharsets.UTF_16BE)
					.build()) {
			manager.connect();
			assertThatIllegalArgumentException()
				.isThrownBy(() -> manager.sendAction(AmiAction.named("Ping").with("Data", "\u0a0d")));
			assertThat(manager.status().pendingActions()).isZero();
		}
	}

}
