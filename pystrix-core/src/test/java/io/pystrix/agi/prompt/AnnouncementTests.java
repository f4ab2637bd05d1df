package io.pystrix.agi.prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(60)
class AnnouncementTests {

	private static final Instant MOMENT = Instant.ofEpochSecond(1_700_000_000);

	@Test
	void allPartsArePlayedInTheirOrder() {
		Announcement announcement = Announcement.of("vm-youhave", "pls-hold")
			.number(3)
			.digits("12")
			.alpha("ab")
			.phonetic("c")
			.date(MOMENT)
			.time(MOMENT)
			.datetime(MOMENT, "HM", ZoneOffset.UTC)
			.pause(Duration.ofMillis(20))
			.then(Announcement.of("vm-goodbye"))
			.then((agi, keys) -> {
				agi.noop();
				return Optional.empty();
			});
		List<String> commands = List.of("STREAM FILE \"vm-youhave\" \"\" 0", "STREAM FILE \"pls-hold\" \"\" 0",
				"SAY NUMBER 3 \"\"", "SAY DIGITS \"12\" \"\"", "SAY ALPHA \"ab\" \"\"", "SAY PHONETIC \"c\" \"\"",
				"SAY DATE 1700000000 \"\"", "SAY TIME 1700000000 \"\"", "SAY DATETIME 1700000000 \"\" \"HM\" \"UTC\"",
				"WAIT FOR DIGIT 20", "STREAM FILE \"vm-goodbye\" \"\" 0", "NOOP");
		AgiCall call = ScriptCall.run((caller) -> {
			commands.forEach((command) -> caller.expect(command).reply("200 result=0 endpos=0"));
			return caller;
		}, (agi, request) -> announcement.play(agi));
		assertThat(call.commands()).isEqualTo(commands);
	}

	@Test
	void aKeyEndsItAndIsToldWhicheverPartPlays() throws Exception {
		Announcement announcement = Announcement.of("first").number(42).file("last");
		assertThat(keyThatEnds(announcement, (caller) -> caller.pressDuring("first", "5"))).contains('5');
		assertThat(keyThatEnds(announcement, (caller) -> caller.whenRunning("SAY NUMBER").press("5"))).contains('5');
		assertThat(keyThatEnds(announcement, (caller) -> caller.pressDuring("last", "4"))).isEmpty();
	}

	@Test
	void aKeyThatIsNotAskedForDoesNotEndAPause() throws Exception {
		Announcement announcement = Announcement.of().pause(Duration.ofSeconds(5)).file("last");
		assertThat(keyThatEnds(announcement,
				(caller) -> caller.whenRunning("WAIT FOR DIGIT").press("4").pressDuring("last", "5")))
			.contains('5');
	}

	@Test
	void aPauseHasToLast() {
		assertThatIllegalArgumentException().isThrownBy(() -> Announcement.of().pause(Duration.ZERO));
	}

	private static Optional<Character> keyThatEnds(Announcement announcement, UnaryOperator<AgiCaller> caller)
			throws Exception {
		return ScriptCall.ask(caller, (agi) -> announcement.play(agi, "5"));
	}

}
