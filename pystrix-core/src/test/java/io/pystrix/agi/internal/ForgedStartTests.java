package io.pystrix.agi.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiUnknownResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A caller's text that ends the environment too early and goes on with a reply.
 */
class ForgedStartTests {

	private static final String START = "agi_network: yes\nagi_calleridname: x\nagi_threadid: 1\n\n";

	private static final String REST = "agi_callingpres: 0\nagi_threadid: 7\n\n";

	private static final String FORGED = "200 result=1 (forged)\n";

	@ParameterizedTest
	@ValueSource(strings = { FORGED, "200 result=0\n", "100 Trying\n", "x\n", "x", "\nx\n", "HANGUP\n" + FORGED,
			"agi_callingpres: 0\n" })
	void whatFollowsTheEnvironmentEndsTheSession(String text) {
		PiecewisePeer peer = new PiecewisePeer(List.of(START + text, "200 result=1 (own)\n"), () -> Integer.MAX_VALUE,
				false);
		AgiSession agi = peer.session();
		assertThatExceptionOfType(AgiUnknownResponseException.class).isThrownBy(() -> agi.getVariable("X"))
			.withMessageStartingWith("The AGI environment is forged: '");
		assertThatExceptionOfType(AgiPipeClosedException.class).isThrownBy(() -> agi.getVariable("X"));
		assertThat(agi.isHungUp()).isTrue();
		assertThat(agi.isUsable()).isFalse();
		assertThat(peer.writes).as("AGISTATUS is FAILURE").containsExactly("failure\n");
	}

	@Test
	void anEmptyLineForgesNothing() {
		PiecewisePeer peer = new PiecewisePeer(List.of(START + "\n", "200 result=1 (own)\n"), () -> Integer.MAX_VALUE,
				false);
		assertThat(peer.session().getVariable("X")).hasValue("own");
	}

	@ParameterizedTest
	@ValueSource(strings = { "HANGUP\n", "HANGUP\nHANGUP\n", "HANG" })
	void aHangupMayFollow(String text) {
		PiecewisePeer peer = new PiecewisePeer(
				List.of(START + text, "HANGUP\n".substring(text.length() % 7) + "200 result=1 (own)\n"),
				() -> Integer.MAX_VALUE, false);
		AgiSession agi = peer.session();
		assertThat(agi.getVariable("X")).hasValue("own");
		assertThat(agi.isHungUp()).isTrue();
		assertThat(agi.isUsable()).isTrue();
	}

	@Test
	void lookingForAHangupFindsItToo() {
		PiecewisePeer peer = new PiecewisePeer(List.of(START + FORGED), () -> Integer.MAX_VALUE, false);
		AgiSession agi = peer.session();
		assertThat(agi.isHungUp()).isTrue();
		assertThat(agi.isUsable()).isFalse();
	}

	/**
	 * If the bytes are cut just behind the forged end, and so late that a command has
	 * been sent by then, its reply is forged. The session ends with the next command.
	 */
	@Test
	void theSessionEndsWhereverTheBytesAreCut() {
		for (String forged : List.of(FORGED, "200 result=0\n", "510 no\n")) {
			String text = START + forged + REST;
			for (int cut = 1; cut < text.length(); cut++) {
				for (int second = cut; second < text.length(); second += 9) {
					List<Object> results = results(text, cutAt(cut, second));
					assertThat(results).as("%d, %d", cut, second).contains(AgiPipeClosedException.class);
					assertThat(results.indexOf(AgiUnknownResponseException.class)).as("%d, %d", cut, second)
						.isBetween(0, 1);
				}
			}
			assertThat(results(text, () -> 1)).contains(AgiUnknownResponseException.class);
		}
	}

	@Test
	void theSessionEndsWhereverTheBytesOfAForgedArgumentAreCut() {
		String text = "agi_network: yes\nagi_threadid: 1\nagi_arg_1: x\n\n200 result=0\n\n";
		for (int cut = 1; cut < text.length(); cut++) {
			List<Object> results = results(text, cutAt(cut, cut));
			assertThat(results).as("cut at %d", cut).contains(AgiPipeClosedException.class);
			assertThat(results.indexOf(AgiUnknownResponseException.class)).as("cut at %d", cut).isBetween(0, 1);
		}
	}

	private static IntSupplier cutAt(int first, int second) {
		List<Integer> pieces = new ArrayList<>(List.of(first));
		if (second > first) {
			pieces.add(second - first);
		}
		return () -> pieces.isEmpty() ? Integer.MAX_VALUE : pieces.remove(0);
	}

	private static List<Object> results(String text, IntSupplier pieces) {
		PiecewisePeer peer = new PiecewisePeer(
				List.of(text, "200 result=1 (a)\n", "200 result=1 (b)\n", "200 result=1 (c)\n"), pieces, false);
		AgiSession agi = peer.session();
		List<Object> results = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			try {
				Optional<String> value = agi.getVariable("X");
				results.add(value);
			}
			catch (AgiException ex) {
				results.add(ex.getClass());
			}
		}
		return results;
	}

}
