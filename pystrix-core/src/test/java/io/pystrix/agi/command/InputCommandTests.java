package io.pystrix.agi.command;

import java.time.Duration;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.agi.TddSetting;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InputCommandTests {

	@Test
	void option() {
		GetOption option = new GetOption("beep", "123", Duration.ofMillis(800));
		assertThat(option.line()).isEqualTo("GET OPTION \"beep\" \"123\" 800");
		assertThat(new GetOption("beep", "123").line()).isEqualTo("GET OPTION \"beep\" \"123\"");
		assertThat(Replies.result(option, "200 result=50 endpos=3520")).hasValue(new DtmfInterrupt('2', 3520));
		assertThat(Replies.result(option, "200 result=0 endpos=3520")).isEmpty();
		assertThatExceptionOfType(AgiApplicationException.class)
			.isThrownBy(() -> Replies.result(option, "200 result=-1 endpos=0"));
		assertThatIllegalArgumentException().isThrownBy(() -> new GetOption("beep", "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> new GetOption("beep", "1", Duration.ofMillis(-1)));
	}

	@Test
	void character() {
		ReceiveChar receive = new ReceiveChar(Duration.ofMillis(300));
		assertThat(receive.line()).isEqualTo("RECEIVE CHAR 300");
		assertThat(Replies.result(receive, "200 result=65")).hasValue('A');
		assertThat(Replies.result(receive, "200 result=0 (timeout)")).isEmpty();
		assertThat(Replies.result(receive, "200 result=-1 (hangup)")).isEmpty();
		assertThat(receive.suggestsHangup(Replies.reply("200 result=-1 (hangup)"))).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> new ReceiveChar(Duration.ofMillis(-1)));
	}

	@Test
	void text() {
		ReceiveText receive = new ReceiveText(Duration.ofMillis(300));
		assertThat(receive.line()).isEqualTo("RECEIVE TEXT 300");
		assertThat(Replies.result(receive, "200 result=1 (hello (you))")).hasValue("hello (you)");
		assertThat(Replies.result(receive, "200 result=1 ()")).hasValue("");
		assertThat(Replies.result(receive, "200 result=-1")).isEmpty();
		assertThat(receive.suggestsHangup(Replies.reply("200 result=-1"))).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> new ReceiveText(Duration.ofMillis(-1)));
	}

	@Test
	void sending() {
		assertThat(new SendText("hello there").line()).isEqualTo("SEND TEXT \"hello there\"");
		assertThat(new SendImage("asterisk-image").line()).isEqualTo("SEND IMAGE \"asterisk-image\"");
		assertThat(Replies.result(new SendText("a"), "200 result=0").result()).isEqualTo("0");
		assertThat(Replies.result(new SendImage("a"), "200 result=0").result()).isEqualTo("0");
		assertThatExceptionOfType(AgiApplicationException.class)
			.isThrownBy(() -> Replies.result(new SendText("a"), "200 result=-1"));
		assertThatExceptionOfType(AgiApplicationException.class)
			.isThrownBy(() -> Replies.result(new SendImage("a"), "200 result=-1"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SendImage(""));
	}

	@Test
	void textTelephone() {
		TddMode mode = new TddMode(TddSetting.MATE);
		assertThat(mode.line()).isEqualTo("TDD MODE \"mate\"");
		assertThat(new TddMode(TddSetting.ON).line()).isEqualTo("TDD MODE \"on\"");
		assertThat(new TddMode(TddSetting.OFF).line()).isEqualTo("TDD MODE \"off\"");
		assertThat(Replies.result(mode, "200 result=1")).isTrue();
		assertThat(Replies.result(mode, "200 result=0")).isFalse();
		assertThatExceptionOfType(AgiApplicationException.class)
			.isThrownBy(() -> Replies.result(mode, "200 result=-1"));
	}

}
