package io.pystrix.agi.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;

import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.internal.ReplyGrammar.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every form of every reply, cut anywhere, has the result that the documentation states,
 * and leaves the session in step.
 */
class AgiReplyGrammarTests {

	private static final String ENVIRONMENT = "agi_network: yes\n\n";

	private static final String OWN = "200 result=1 (own)\n";

	private static final String NOTICE = "HANGUP\n";

	/** Where hang-up notices are. */
	enum Notice {

		NONE, BEFORE, AFTER, BOTH;

		String around(String text) {
			return ((this == BEFORE || this == BOTH) ? NOTICE : "") + text
					+ ((this == AFTER || this == BOTH) ? NOTICE : "");
		}

	}

	@Test
	void theTablesHaveEachCommand() {
		Set<String> documented = new TreeSet<>();
		for (Row row : ReplyGrammar.rows()) {
			if (row.text().startsWith("200 ") || row.text().startsWith("100 ")) {
				documented.add(row.command().line());
			}
		}
		Set<String> all = new TreeSet<>();
		ReplyGrammar.COMMANDS.values().forEach((command) -> all.add(command.line()));
		assertThat(documented).isEqualTo(all).hasSize(46);
	}

	@ParameterizedTest
	@EnumSource
	void aReplyMayComeAsAWholeOrByteByByte(Notice notice) {
		for (Row row : ReplyGrammar.rows()) {
			String text = notice.around(row.text());
			assertOutcome(row, notice, () -> Integer.MAX_VALUE, true);
			assertOutcome(row, notice, () -> 1, !text.contains(")\n") || isOneLine(row));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aReplyMayBeCutAnywhere(Notice notice) {
		for (Row row : ReplyGrammar.rows()) {
			String text = notice.around(row.text());
			for (int cut = 1; cut < text.length(); cut++) {
				String arrived = text.substring(0, cut).replaceAll("(\nHANGUP)+\n$", "\n");
				boolean seemsWhole = arrived.endsWith(")\n") && !isOneLine(row);
				assertOutcome(row, notice, cutAt(cut), !seemsWhole);
			}
		}
	}

	private static boolean isOneLine(Row row) {
		return row.text().indexOf('\n') == row.text().length() - 1;
	}

	// The environment, then two pieces, then the rest in one each
	private static IntSupplier cutAt(int index) {
		int[] next = { 0 };
		return () -> (next[0]++ == 1) ? index : Integer.MAX_VALUE;
	}

	private static void assertOutcome(Row row, Notice notice, IntSupplier pieces, boolean exact) {
		String description = row.command() + " -> " + notice + " " + row.text();
		PiecewisePeer peer = new PiecewisePeer(List.of(ENVIRONMENT, notice.around(row.text()), OWN), pieces, false);
		AgiSession agi = peer.session();
		String outcome = outcome(agi, row);
		if (exact) {
			assertThat(outcome).as(description).isEqualTo(expected(row, notice));
		}
		peer.settle();
		boolean gone = notice != Notice.NONE
				|| Set.of("AgiDeadChannelException", "AgiResultHangupException").contains(row.gives());
		assertThat(agi.isHungUp()).as(description).isEqualTo(gone);
		assertThat(agi.getVariable("OWN")).as(description).hasValue("own");
		assertThat(agi.isUsable()).as(description).isTrue();
	}

	private static String expected(Row row, Notice notice) {
		return (notice != Notice.NONE && suggestsHangup(row)) ? "AgiResultHangupException" : row.gives();
	}

	private static boolean suggestsHangup(Row row) {
		String last = row.text().startsWith("100 ") ? row.text().substring(row.text().indexOf('\n') + 1) : row.text();
		return last.startsWith("200 result=-1") && row.command()
			.suggestsHangup(ReplyParser.parse(List.of(last.substring(0, last.length() - 1)), ReplyForm.ANY));
	}

	private static String outcome(AgiSession agi, Row row) {
		try {
			Object result = agi.execute(row.command());
			return (result instanceof AgiReply) ? "done" : String.valueOf(result);
		}
		catch (AgiException ex) {
			return ex.getClass().getSimpleName();
		}
	}

}
