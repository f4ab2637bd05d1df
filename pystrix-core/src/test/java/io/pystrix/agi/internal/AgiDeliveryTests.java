package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiDeadChannelException;
import io.pystrix.agi.AgiInvalidCommandException;
import io.pystrix.agi.AgiResultHangupException;
import io.pystrix.agi.AgiUsageException;
import io.pystrix.agi.DataInput;
import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.agi.GosubOutcome;
import io.pystrix.agi.RecordOptions;
import io.pystrix.agi.Recording;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.pystrix.agi.internal.Step.does;
import static io.pystrix.agi.internal.Step.fails;
import static io.pystrix.agi.internal.Step.gives;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every command gets its own reply and all of it, however the bytes arrive.
 */
class AgiDeliveryTests {

	private static final String ENVIRONMENT = "agi_network: yes\n\n";

	private static final String USAGE = "520-Invalid command syntax.  Proper usage follows:\n";

	private static final String END_OF_USAGE = "520 End of proper usage.\n";

	private static final String DEAD = "511 Command Not Permitted on a dead channel or intercept routine\n";

	private static final RecordOptions UNTIL = RecordOptions.until("#");

	/**
	 * A reply.
	 *
	 * @param text what Asterisk sends
	 * @param step the command and its result
	 * @param gone whether the caller is gone then
	 */
	record Reply(String text, Step step, boolean gone) {

		static Reply of(String text, Step step) {
			return new Reply(text, step, false);
		}

		static Reply last(String text, Step step) {
			return new Reply(text, step, true);
		}

		static Reply value(String value) {
			return of("200 result=1 (" + value + ")\n", gives((agi) -> agi.getVariable("V"), Optional.of(value)));
		}

	}

	static List<Reply> replies() {
		return List.of(Reply.value(""), Reply.value("a"), Reply.value("line1\nline2"), Reply.value("a) b (c) d"),
				Reply.value("(("), Reply.value("\n"), Reply.value("a (b\n\n) c\nd"), Reply.value("x\nHANGUP\ny"),
				Reply.value("HANGUP\nHANGUP\n"), Reply.value("x\n200 result=1\n200 result=0 (fake\n"),
				Reply.value("x\n520-Invalid\n520 End of proper usage.\n100 Trying"), Reply.value("Zoë ☎ 𝄞"),
				Reply.value("dtmf"), Reply.value("dtmf) endpos="), Reply.value("\"Bob\" <1>"),
				Reply.of("200 result=0\n", gives((agi) -> agi.getVariable("V"), Optional.empty())),
				Reply.of("520 Invalid command syntax.  Proper usage not available.\n",
						fails((agi) -> agi.noop(), AgiUsageException.class)),
				Reply.of(USAGE + END_OF_USAGE, fails((agi) -> agi.noop(), AgiUsageException.class)),
				Reply.of(USAGE + "Text\n\n    200 result=1\n510 no\n520\n" + END_OF_USAGE,
						fails((agi) -> agi.noop(), AgiUsageException.class)),
				Reply.last(USAGE + "Text\nHANGUP\nText\n" + END_OF_USAGE,
						fails((agi) -> agi.noop(), AgiUsageException.class)),
				Reply.of("510 Invalid or unknown command\n",
						fails((agi) -> agi.noop(), AgiInvalidCommandException.class)),
				Reply.of("100 result=0 Trying...\n200 result=0 Gosub complete\n",
						gives((agi) -> agi.gosub("c", "s", "1"), GosubOutcome.RETURNED)),
				Reply.of("100 result=0 Trying...\n200 result=0 Gosub complete (abnormal exit)\n",
						gives((agi) -> agi.gosub("c", "s", "1"), GosubOutcome.NOT_RETURNED)),
				Reply.of("200 result=-1 Gosub label not found\n",
						fails((agi) -> agi.gosub("c", "s", "1"), AgiApplicationException.class)),
				Reply.of("100 result=0 Trying...\n200 result=-1 Gosub failed\n",
						fails((agi) -> agi.gosub("c", "s", "1"), AgiApplicationException.class)),
				Reply.last("100 result=0 Trying...\nHANGUP\n200 result=0 Gosub complete\n",
						gives((agi) -> agi.gosub("c", "s", "1"), GosubOutcome.RETURNED)),
				Reply.last("HANGUP\n200 result=0\n", does((agi) -> agi.noop())),
				Reply.last("HANGUP\nHANGUP\n" + DEAD, fails((agi) -> agi.answer(), AgiDeadChannelException.class)),
				Reply.last("200 result=0\nHANGUP\n", does((agi) -> agi.noop())),
				Reply.last("200 result=1 (v)\nHANGUP\nHANGUP\n",
						gives((agi) -> agi.getVariable("V"), Optional.of("v"))),
				Reply.last("200 result=-1 endpos=3200\nHANGUP\n",
						fails((agi) -> agi.streamFile("f"), AgiResultHangupException.class)),
				Reply.of("200 result=-1 endpos=0\n",
						fails((agi) -> agi.streamFile("f"), AgiApplicationException.class)),
				Reply.of("200 result=49 endpos=4800\n",
						gives((agi) -> agi.streamFile("f", "1"), Optional.of(new DtmfInterrupt('1', 4800)))),
				Reply.of("200 result=\n", gives((agi) -> agi.getData("f"), new DataInput("", false))),
				Reply.of("200 result= (timeout)\n", gives((agi) -> agi.getData("f"), new DataInput("", true))),
				Reply.of("200 result=12 (timeout)\n", gives((agi) -> agi.getData("f"), new DataInput("12", true))),
				Reply.of("200 result=*1\n", gives((agi) -> agi.getData("f"), new DataInput("*1", false))),
				Reply.of("200 result=-1\n", fails((agi) -> agi.getData("f"), AgiApplicationException.class)),
				Reply.of("200 result=35 (dtmf) endpos=5600\n",
						gives((agi) -> agi.recordFile("f", "gsm", UNTIL), new Recording(Optional.of('#'), 5600))),
				Reply.of("200 result=99981 (timeout) endpos=8160\n",
						gives((agi) -> agi.recordFile("f", "gsm", UNTIL), new Recording(Optional.empty(), 8160))),
				Reply.of("200 result=35 (randomerror) endpos=0\n",
						gives((agi) -> agi.recordFile("f", "gsm", UNTIL), new Recording(Optional.of('#'), 0))),
				Reply.of("200 result=-1 (randomerror) endpos=0\n",
						fails((agi) -> agi.recordFile("f", "gsm", UNTIL), AgiApplicationException.class)),
				Reply.of("200 result=-1 (waitfor) endpos=80\n",
						fails((agi) -> agi.recordFile("f", "gsm", UNTIL), AgiApplicationException.class)),
				Reply.of("200 result=-1 (writefile)\n",
						fails((agi) -> agi.recordFile("f", "gsm", UNTIL), AgiApplicationException.class)),
				Reply.last("200 result=-1 (hangup) endpos=800\nHANGUP\n",
						fails((agi) -> agi.recordFile("f", "gsm", UNTIL), AgiResultHangupException.class)),
				Reply.of("200 result=0 (timeout)\n",
						gives((agi) -> agi.receiveChar(Duration.ofSeconds(1)), Optional.empty())),
				Reply.of("200 result=1\n" + USAGE + "Text\n" + END_OF_USAGE, gives((agi) -> agi.exec("Odd"), 1)),
				Reply.of("200 result=1\n", gives((agi) -> agi.exec("Odd"), 1)));
	}

	@ParameterizedTest
	@MethodSource("replies")
	void aReplyMayComeAsAWholeOrByteByByte(Reply reply) {
		speak(List.of(reply), () -> Integer.MAX_VALUE);
		speak(List.of(reply), () -> 1);
	}

	@Property
	void repliesMayComeInAnyOrderAndAnyPieces(@ForAll long seed) {
		Random random = new Random(seed);
		List<Reply> replies = new ArrayList<>();
		random.ints(12, 0, replies().size()).forEach((index) -> replies.add(replies().get(index)));
		// On a dead channel -1 is no news
		int gone = 0;
		while (gone < replies.size() && !replies.get(gone).gone()) {
			gone++;
		}
		speak(replies.subList(0, Math.min(gone + 1, replies.size())), pieces(random));
	}

	/** Speaks, and asks for a value of its own after each reply. */
	private static void speak(List<Reply> replies, IntSupplier pieces) {
		List<String> texts = new ArrayList<>(List.of(ENVIRONMENT));
		for (int i = 0; i < replies.size(); i++) {
			texts.add(replies.get(i).text());
			texts.add("200 result=1 (own " + i + ")\n");
		}
		PiecewisePeer peer = new PiecewisePeer(texts, pieces, false);
		AgiSession agi = peer.session();
		for (int i = 0; i < replies.size(); i++) {
			Reply reply = replies.get(i);
			assertThat(reply.step().execute(agi, List.of())).as(reply.text()).isEqualTo(reply.step().outcome());
			// The notice behind a reply, and the usage behind that of EXEC
			peer.settle();
			assertThat(agi.isHungUp()).as(reply.text()).isEqualTo(reply.gone());
			assertThat(agi.getVariable("OWN")).as("after %s", reply.text()).hasValue("own " + i);
			peer.settle();
		}
	}

	@Property
	void aValueThatArrivesAtOnceIsWhole(@ForAll("values") String value) {
		assertThat(valueAndNext(value, () -> Integer.MAX_VALUE)).containsExactly(value, "own");
	}

	/**
	 * Where a line of a value ends with a parenthesis, Asterisk's protocol does not tell
	 * whether the value does. The next reply is right all the same.
	 */
	@Property
	void noPartOfAValueBecomesTheReplyToTheNextCommand(@ForAll("values") String value, @ForAll long seed) {
		List<String> results = valueAndNext(value, pieces(new Random(seed)));
		if (value.contains(")\n")) {
			assertThat(value).startsWith(results.get(0));
		}
		else {
			assertThat(results.get(0)).isEqualTo(value);
		}
		assertThat(results.get(1)).isEqualTo("own");
	}

	private static List<String> valueAndNext(String value, IntSupplier pieces) {
		PiecewisePeer peer = new PiecewisePeer(
				List.of(ENVIRONMENT, "200 result=1 (" + value + ")\n", "200 result=1 (own)\n"), pieces, false);
		AgiSession agi = peer.session();
		String first = agi.getFullVariable("${V}").orElseThrow();
		peer.settle();
		return List.of(first, agi.getVariable("OWN").orElseThrow());
	}

	@Provide
	Arbitrary<String> values() {
		Arbitrary<String> parts = Arbitraries.of("a", " ", "\n", ")", "(", ")\n", "\nHANGUP\n", "200 result=1", "510 ",
				"520 End of proper usage.", "520-", "100 Trying", "endpos=1", "\"", "=", "ü", "x".repeat(700));
		// A line HANGUP behind a parenthesis cannot be told from the notice
		return parts.list()
			.ofMaxSize(12)
			.map((list) -> String.join("", list))
			.filter((v) -> !v.contains(")\nHANGUP\n"));
	}

	private static IntSupplier pieces(Random random) {
		return () -> 1 + random.nextInt((random.nextInt(4) == 0) ? 200 : 6);
	}

}
