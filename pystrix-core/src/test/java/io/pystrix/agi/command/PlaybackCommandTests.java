package io.pystrix.agi.command;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.PlaybackControls;
import io.pystrix.agi.PlaybackStop;
import io.pystrix.agi.RecordOptions;
import io.pystrix.agi.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlaybackCommandTests {

	private static final ControlStreamFile CONTROL = new ControlStreamFile("f", "1");

	private static final RecordFile RECORD = new RecordFile("f", "gsm", RecordOptions.until("#"));

	@Test
	void controlledPlaybackHasItsArgumentsInAsterisksOrder() {
		assertThat(CONTROL.line()).isEqualTo("CONTROL STREAM FILE \"f\" \"1\" 3000 \"#\" \"*\" \"\" 0");
		PlaybackControls controls = PlaybackControls.DEFAULTS.withSkip(Duration.ofSeconds(1))
			.withWinding("6", "4")
			.withPause("5")
			.withOffset(Duration.ofMillis(250));
		assertThat(new ControlStreamFile("f", "12", controls).line())
			.isEqualTo("CONTROL STREAM FILE \"f\" \"12\" 1000 \"6\" \"4\" \"5\" 250");
	}

	@Test
	void controlledPlaybackRefusesWhatMakesNoSense() {
		PlaybackControls controls = PlaybackControls.DEFAULTS;
		assertThatIllegalArgumentException().isThrownBy(() -> new ControlStreamFile("f", "x"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ControlStreamFile("f", "", controls.withSkip(Duration.ZERO)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ControlStreamFile("f", "", controls.withWinding("x", "4")));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ControlStreamFile("f", "", controls.withWinding("6", "x")));
		assertThatIllegalArgumentException().isThrownBy(() -> new ControlStreamFile("f", "", controls.withPause(" ")));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ControlStreamFile("f", "", controls.withOffset(Duration.ofMillis(-1))));
	}

	@Test
	void controlledPlaybackStopsAtMilliseconds() {
		assertThat(Replies.result(CONTROL, "200 result=49 endpos=600"))
			.hasValue(new PlaybackStop('1', Duration.ofMillis(600)));
		assertThat(Replies.result(CONTROL, "200 result=0 endpos=-1")).isEmpty();
		assertThatExceptionOfType(AgiApplicationException.class)
			.isThrownBy(() -> Replies.result(CONTROL, "200 result=-1 endpos=-1"));
		assertThat(CONTROL.suggestsHangup(Replies.reply("200 result=-1 endpos=-1"))).isTrue();
	}

	@Test
	void recordingHasItsArgumentsInAsterisksOrder() {
		assertThat(RECORD.line()).isEqualTo("RECORD FILE \"f\" \"gsm\" \"#\" -1 0");
		RecordOptions options = RecordOptions.until("#*")
			.withMaxLength(Duration.ofSeconds(5))
			.withMaxSilence(Duration.ofMillis(1500))
			.withBeep()
			.withOffset(8000);
		assertThat(new RecordFile("/rec/agirec", "gsm", options).line())
			.isEqualTo("RECORD FILE \"/rec/agirec\" \"gsm\" \"#*\" 5000 8000 \"BEEP\" \"s=2\"");
		assertThat(new RecordFile("f", "wav", RecordOptions.until("").withMaxSilence(Duration.ofSeconds(1))).line())
			.isEqualTo("RECORD FILE \"f\" \"wav\" \"\" -1 0 \"s=1\"");
	}

	@Test
	void recordingRefusesWhatMakesNoSense() {
		RecordOptions options = RecordOptions.until("");
		assertThatIllegalArgumentException().isThrownBy(() -> new RecordFile("", "gsm", options));
		assertThatIllegalArgumentException().isThrownBy(() -> new RecordFile("f", "", options));
		assertThatIllegalArgumentException().isThrownBy(() -> new RecordFile("f", "gsm", RecordOptions.until("x")));
		assertThatIllegalArgumentException().isThrownBy(() -> new RecordFile("f", "gsm", options.withOffset(-1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RecordFile("f", "gsm", options.withMaxLength(Duration.ZERO)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RecordFile("f", "gsm", options.withMaxSilence(Duration.ZERO)));
	}

	@Test
	void recordingEndsByAKeyOrByTime() {
		assertThat(Replies.result(RECORD, "200 result=35 (dtmf) endpos=5600"))
			.isEqualTo(new Recording(Optional.of('#'), 5600));
		assertThat(Replies.result(RECORD, "200 result=0 (timeout) endpos=8000"))
			.isEqualTo(new Recording(Optional.empty(), 8000));
		assertThat(Replies.result(RECORD, "200 result=99981 (timeout) endpos=8160"))
			.isEqualTo(new Recording(Optional.empty(), 8160));
		assertThat(Replies.result(RECORD, "200 result=35 (randomerror) endpos=0"))
			.isEqualTo(new Recording(Optional.of('#'), 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "200 result=-1 (writefile)", "200 result=-1 (hangup) endpos=0",
			"200 result=-1 (waitfor) endpos=160", "200 result=-1 (randomerror) endpos=0", "200 result=0" })
	void recordingFails(String reply) {
		assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> Replies.result(RECORD, reply));
	}

	@Test
	void recordingSuggestsAHangUpWhereThereMayBeOne() {
		assertThat(RECORD.suggestsHangup(Replies.reply("200 result=-1 (hangup) endpos=0"))).isTrue();
		assertThat(RECORD.suggestsHangup(Replies.reply("200 result=-1 (randomerror) endpos=0"))).isTrue();
		assertThat(RECORD.suggestsHangup(Replies.reply("200 result=-1 (writefile)"))).isFalse();
		assertThat(RECORD.suggestsHangup(Replies.reply("200 result=-1 (timeout) endpos=80"))).isFalse();
	}

	@Test
	void musicAlwaysSucceeds() {
		assertThat(new SetMusic(true).line()).isEqualTo("SET MUSIC \"on\"");
		assertThat(new SetMusic(false).line()).isEqualTo("SET MUSIC \"off\"");
		assertThat(new SetMusic("default").line()).isEqualTo("SET MUSIC \"on\" \"default\"");
		assertThat(Replies.result(new SetMusic(true), "200 result=0").code()).isEqualTo(200);
		assertThatIllegalArgumentException().isThrownBy(() -> new SetMusic(""));
	}

}
