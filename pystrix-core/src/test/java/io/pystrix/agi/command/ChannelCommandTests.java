package io.pystrix.agi.command;

import java.time.Duration;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.ChannelState;
import io.pystrix.agi.GosubOutcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChannelCommandTests {

	@Test
	void state() {
		ChannelStatus status = new ChannelStatus("Local/agi1@proto-0000002f;1");
		assertThat(status.line()).isEqualTo("CHANNEL STATUS \"Local/agi1@proto-0000002f;1\"");
		assertThat(new ChannelStatus().line()).isEqualTo("CHANNEL STATUS");
		assertThat(Replies.result(status, "200 result=6")).hasValue(ChannelState.UP);
		assertThat(Replies.result(status, "200 result=0")).hasValue(ChannelState.DOWN);
		assertThat(Replies.result(status, "200 result=9")).hasValue(ChannelState.PRE_RING);
		assertThat(Replies.result(status, "200 result=-1")).isEmpty();
		assertThat(status.suggestsHangup(Replies.reply("200 result=-1"))).isFalse();
		assertThatExceptionOfType(AgiApplicationException.class)
			.isThrownBy(() -> Replies.result(status, "200 result=10"));
		assertThatIllegalArgumentException().isThrownBy(() -> new ChannelStatus(""));
	}

	@Test
	void automaticHangUp() {
		assertThat(new SetAutohangup(Duration.ofSeconds(60)).line()).isEqualTo("SET AUTOHANGUP 60");
		assertThat(new SetAutohangup(Duration.ZERO).line()).isEqualTo("SET AUTOHANGUP 0");
		assertThat(new SetAutohangup(Duration.ofMillis(1500)).line()).isEqualTo("SET AUTOHANGUP 1.500");
		assertThat(new SetAutohangup(Duration.ofNanos(1)).line()).isEqualTo("SET AUTOHANGUP 0.001");
		assertThat(Replies.result(new SetAutohangup(Duration.ZERO), "200 result=0").result()).isEqualTo("0");
		assertThatIllegalArgumentException().isThrownBy(() -> new SetAutohangup(Duration.ofSeconds(-1)));
	}

	@Test
	void callerId() {
		assertThat(new SetCallerId("5559999").line()).isEqualTo("SET CALLERID \"<5559999>\"");
		assertThat(new SetCallerId("5551212", "Bob Jones").line())
			.isEqualTo("SET CALLERID \"\\\"Bob Jones\\\" <5551212>\"");
		assertThat(new SetCallerId("1", "a\"b\\c").line())
			.isEqualTo("SET CALLERID \"\\\"a\\\\\\\"b\\\\\\\\c\\\" <1>\"");
		assertThat(Replies.result(new SetCallerId("1"), "200 result=1").result()).isEqualTo("1");
		assertThatIllegalArgumentException().isThrownBy(() -> new SetCallerId("1>"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SetCallerId("<1", "name"));
	}

	@Test
	void whereTheCallGoesOn() {
		assertThat(new SetContext("proto").line()).isEqualTo("SET CONTEXT \"proto\"");
		assertThat(new SetExtension("quick").line()).isEqualTo("SET EXTENSION \"quick\"");
		assertThat(new SetPriority(99).line()).isEqualTo("SET PRIORITY 99");
		assertThat(new SetPriority("label").line()).isEqualTo("SET PRIORITY \"label\"");
		assertThat(Replies.result(new SetContext("a"), "200 result=0").result()).isEqualTo("0");
		assertThat(Replies.result(new SetExtension("a"), "200 result=0").result()).isEqualTo("0");
		assertThat(Replies.result(new SetPriority(1), "200 result=0").result()).isEqualTo("0");
		assertThatIllegalArgumentException().isThrownBy(() -> new SetContext(""));
		assertThatIllegalArgumentException().isThrownBy(() -> new SetExtension(""));
		assertThatIllegalArgumentException().isThrownBy(() -> new SetPriority(""));
		assertThatIllegalArgumentException().isThrownBy(() -> new SetPriority(0));
	}

	@Test
	void endOfAsyncAgi() {
		assertThat(new AsyncAgiBreak().line()).isEqualTo("ASYNCAGI BREAK");
		assertThat(Replies.result(new AsyncAgiBreak(), "200 result=0").result()).isEqualTo("0");
	}

	@Test
	void routine() {
		Gosub gosub = new Gosub("proto", "sub", "1", "argA", null, "c d");
		assertThat(gosub.line()).isEqualTo("GOSUB \"proto\" \"sub\" \"1\" \"argA,,c d\"");
		assertThat(new Gosub("proto", "sub", "label").line()).isEqualTo("GOSUB \"proto\" \"sub\" \"label\"");
		assertThat(Replies.result(gosub, "100 result=0 Trying...\n200 result=0 Gosub complete"))
			.isEqualTo(GosubOutcome.RETURNED);
		assertThat(Replies.result(gosub, "100 result=0 Trying...\n200 result=0 Gosub complete (abnormal exit)"))
			.isEqualTo(GosubOutcome.NOT_RETURNED);
		assertThatIllegalArgumentException().isThrownBy(() -> new Gosub("", "s", "1"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Gosub("c", "", "1"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Gosub("c", "s", ""));
	}

	@Test
	void routineThatFails() {
		Gosub gosub = new Gosub("proto", "nosuch", "1");
		String noLabel = "200 result=-1 Gosub label not found";
		assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> Replies.result(gosub, noLabel))
			.withMessageContaining("label not found");
		assertThatExceptionOfType(AgiApplicationException.class)
			.isThrownBy(() -> Replies.result(gosub, "200 result=0 Gosub failed"));
		assertThat(gosub.suggestsHangup(Replies.reply(noLabel))).isFalse();
		assertThat(gosub.suggestsHangup(Replies.reply("200 result=-1 Gosub failed"))).isTrue();
	}

}
