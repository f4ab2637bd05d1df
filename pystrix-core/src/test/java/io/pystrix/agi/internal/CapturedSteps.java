package io.pystrix.agi.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiDeadChannelException;
import io.pystrix.agi.AgiInvalidCommandException;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiResultHangupException;
import io.pystrix.agi.AgiUsageException;
import io.pystrix.agi.ChannelState;
import io.pystrix.agi.DataInput;
import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.agi.GosubOutcome;
import io.pystrix.agi.LetterCase;
import io.pystrix.agi.PlaybackControls;
import io.pystrix.agi.PlaybackStop;
import io.pystrix.agi.RecordOptions;
import io.pystrix.agi.Recording;
import io.pystrix.agi.TddSetting;
import io.pystrix.agi.command.ChannelStatus;
import io.pystrix.agi.command.ControlStreamFile;
import io.pystrix.agi.command.GetFullVariable;
import io.pystrix.agi.command.RecordFile;
import io.pystrix.agi.command.SayNumber;
import io.pystrix.agi.command.SetCallerId;

import static io.pystrix.agi.internal.Step.does;
import static io.pystrix.agi.internal.Step.fails;
import static io.pystrix.agi.internal.Step.gives;
import static io.pystrix.agi.internal.Step.refused;
import static io.pystrix.agi.internal.Step.words;

/**
 * What has to come of each command that was recorded.
 */
final class CapturedSteps {

	private static final Class<AgiUsageException> USAGE = AgiUsageException.class;

	private static final Class<AgiApplicationException> FAILURE = AgiApplicationException.class;

	private static final Class<AgiDeadChannelException> DEAD = AgiDeadChannelException.class;

	private static final Class<AgiResultHangupException> HANGUP = AgiResultHangupException.class;

	/** By capture, the steps of each of its dialogues. */
	static final Map<String, List<List<Step>>> OF = Map.of("c-agi-commands",
			List.of(Stream.of(channel(), playback(), input()).flatMap(List::stream).toList(), record(), say(), set(),
					exec(), gosub(), speech()),
			"c-agi-hangup-idle", List.of(hangupIdle()), "c-agi-hangup-during-command", hangupDuringCommand(),
			"c-agi-hangup-command", List.of(List.of(does((agi) -> agi.hangup()), does((agi) -> agi.noop()))),
			"c-agi-exitonhangup", List.of(List.of(does((agi) -> agi.noop()))), "c-agi-nosighup",
			List.of(List.of(does((agi) -> agi.noop()), fails((agi) -> agi.answer(), DEAD))), "c-agi-hexten",
			List.of(List.of(does((agi) -> agi.noop()), fails((agi) -> agi.answer(), DEAD),
					gives((agi) -> agi.getVariable("HANGUPCAUSE"), Optional.of("0")),
					fails((agi) -> agi.channelStatus(), DEAD))));

	private CapturedSteps() {
	}

	private static List<Step> channel() {
		String other = "Local/agi1@proto-0000002f;1";
		return List.of(does((agi) -> agi.answer()), gives((agi) -> agi.channelStatus(), ChannelState.UP),
				gives((agi) -> agi.channelStatus(other), Optional.of(ChannelState.UP)),
				gives((agi) -> agi.channelStatus("Nope/1"), Optional.empty()), refused(USAGE),
				does((agi) -> agi.noop()), does((agi) -> agi.verbose("hello verbose", 1)),
				does((agi) -> agi.verbose("hi")), refused(USAGE), does((agi) -> agi.setVariable("VX", "some value")),
				gives((agi) -> agi.getVariable("VX"), Optional.of("some value")),
				gives((agi) -> agi.getVariable("NOTSET"), Optional.empty()),
				gives((agi) -> agi.getFullVariable("${VX} on ${CHANNEL(state)}"), Optional.of("some value on Up")),
				gives((agi) -> agi.execute(new GetFullVariable("${VX}", "Nope/1")), Optional.empty()),
				gives((agi) -> agi.execute(new GetFullVariable("${CHANNEL}", other)), Optional.of(other)),
				does((agi) -> agi.setVariable("PV", "a (b) c)")),
				gives((agi) -> agi.getVariable("PV"), Optional.of("a (b) c)")),
				does((agi) -> agi.databasePut("fam", "key", "val ue")),
				gives((agi) -> agi.databaseGet("fam", "key"), Optional.of("val ue")),
				gives((agi) -> agi.databaseGet("fam", "nokey"), Optional.empty()),
				does((agi) -> agi.databaseDel("fam", "key")), does((agi) -> agi.databaseDel("fam", "key")),
				does((agi) -> agi.databasePut("fam", "t/1", "a")), does((agi) -> agi.databasePut("fam", "t/2", "b")),
				gives((agi) -> agi.databaseDeltree("fam", "t"), true),
				gives((agi) -> agi.databaseDeltree("fam", "t"), false),
				gives((agi) -> agi.databaseDeltree("fam"), false));
	}

	private static List<Step> playback() {
		String busy = "all-circuits-busy-now";
		PlaybackControls controls = PlaybackControls.DEFAULTS.withSkip(Duration.ofSeconds(1))
			.withWinding("6", "4")
			.withPause("5");
		return List.of(gives((agi) -> agi.streamFile("beep", ""), Optional.empty()),
				gives((agi) -> agi.streamFile(busy, "12"), Optional.of(new DtmfInterrupt('1', 4800))),
				gives((agi) -> agi.streamFile(busy, "12", 20000), Optional.empty()),
				gives((agi) -> agi.streamFile("beep", "", 999999), Optional.empty()),
				fails((agi) -> agi.streamFile("nofile"), FAILURE),
				gives((agi) -> agi.controlStreamFile(busy, "1", controls),
						Optional.of(new PlaybackStop('1', Duration.ofMillis(600)))),
				gives((agi) -> agi.controlStreamFile("beep", ""), Optional.empty()),
				gives((agi) -> agi.getVariable("CPLAYBACKSTATUS"), Optional.of("SUCCESS")),
				gives((agi) -> agi.getVariable("CPLAYBACKOFFSET"), Optional.of("-1")),
				new Step(words(new ControlStreamFile("nofile", ""), "").call(), FAILURE), refused(USAGE));
	}

	private static List<Step> input() {
		Duration three = Duration.ofSeconds(3);
		return List.of(gives((agi) -> agi.waitForDigit(Duration.ofMillis(500)), Optional.empty()),
				gives((agi) -> agi.waitForDigit(Duration.ofSeconds(5)), Optional.of('7')),
				gives((agi) -> agi.waitForDigit(Duration.ofSeconds(5)), Optional.of('#')), refused(USAGE),
				gives((agi) -> agi.getData("beep", Duration.ofMillis(800), 3), new DataInput("", true)),
				gives((agi) -> agi.getData("beep", three, 3), new DataInput("123", false)),
				gives((agi) -> agi.getData("beep", Duration.ofMillis(1500), 5), new DataInput("12", true)),
				gives((agi) -> agi.getData("beep", three, 5), new DataInput("12", false)),
				gives((agi) -> agi.getData("beep", three, 3), new DataInput("", false)),
				gives((agi) -> agi.getData("beep", Duration.ofSeconds(2), 3), new DataInput("*1", true)),
				fails((agi) -> agi.getData("nofile", Duration.ofMillis(500), 3), FAILURE),
				gives((agi) -> agi.getOption("beep", "123", Duration.ofMillis(800)), Optional.empty()),
				gives((agi) -> agi.getOption("beep", "123", three), Optional.of(new DtmfInterrupt('2', 3520))),
				gives((agi) -> agi.getOption("beep", "123", three), Optional.empty()),
				gives((agi) -> agi.getOption("all-circuits-busy-now", "123", Duration.ofSeconds(1)),
						Optional.of(new DtmfInterrupt('3', 4800))));
	}

	private static List<Step> record() {
		String file = "/rec/agirec";
		RecordOptions keys = RecordOptions.until("#*");
		RecordOptions half = RecordOptions.until("#").withMaxLength(Duration.ofMillis(500));
		return List.of(
				gives((agi) -> agi.recordFile(file, "gsm", keys.withMaxLength(Duration.ofSeconds(1))),
						new Recording(Optional.empty(), 8000)),
				gives((agi) -> agi.recordFile(file, "gsm", keys.withMaxLength(Duration.ofSeconds(5))),
						new Recording(Optional.of('#'), 5600)),
				words(new RecordFile(file, "gsm", keys.withBeep()), new Recording(Optional.of('#'), 0)),
				gives((agi) -> agi.recordFile(file, "gsm", keys.withBeep().withMaxSilence(Duration.ofSeconds(1))),
						new Recording(Optional.empty(), 8160)),
				fails((agi) -> agi.recordFile("/nonexist/dir/x", "gsm", half), FAILURE),
				fails((agi) -> agi.recordFile(file, "badfmt", half), FAILURE), refused(USAGE));
	}

	private static List<Step> say() {
		Instant epoch = Instant.EPOCH;
		return List.of(gives((agi) -> agi.sayDigits("12", ""), Optional.empty()),
				gives((agi) -> agi.sayDigits("123456789", "5"), Optional.of('5')), refused(USAGE),
				gives((agi) -> agi.sayNumber(21, ""), Optional.empty()), refused(USAGE),
				words(new SayNumber(1, ""), Optional.empty()), does((agi) -> agi.sayAlpha("ab")),
				gives((agi) -> agi.sayAlpha("aB", "", LetterCase.UPPER), Optional.empty()), refused(USAGE),
				does((agi) -> agi.sayPhonetic("ab")), gives((agi) -> agi.sayDate(epoch, "1"), Optional.of('1')),
				gives((agi) -> agi.sayTime(epoch, "1"), Optional.of('1')),
				gives((agi) -> agi.sayDatetime(epoch, "1", "IMp", ZoneOffset.UTC), Optional.of('1')), refused(USAGE));
	}

	private static List<Step> set() {
		return List.of(does((agi) -> agi.sendText("hello there")), does((agi) -> agi.sendImage("asterisk-image")),
				gives((agi) -> agi.receiveChar(Duration.ofMillis(300)), Optional.empty()),
				gives((agi) -> agi.receiveText(Duration.ofMillis(300)), Optional.empty()),
				gives((agi) -> agi.tddMode(TddSetting.ON), false), gives((agi) -> agi.tddMode(TddSetting.OFF), false),
				gives((agi) -> agi.tddMode(TddSetting.MATE), false), refused(USAGE),
				does((agi) -> agi.setMusic("default")), does((agi) -> agi.setMusic(false)),
				does((agi) -> agi.setMusic("noclass")), words("0"),
				does((agi) -> agi.setAutohangup(Duration.ofMinutes(1))),
				does((agi) -> agi.setAutohangup(Duration.ZERO)), refused(USAGE), words("1"),
				gives((agi) -> agi.getVariable("CALLERID(all)"), Optional.of("\"Bob Jones\" <5551212>")),
				does((agi) -> agi.setCallerId("5551212", "Bob J")),
				new Step(words(new SetCallerId("5559999"), "").call().andThen((reply) -> "set"), "set"), words("1"),
				does((agi) -> agi.setContext("proto")), does((agi) -> agi.setExtension("quick")),
				does((agi) -> agi.setPriority(1)), fails((agi) -> agi.setPriority("nolabel"), USAGE),
				does((agi) -> agi.setPriority(99)));
	}

	private static List<Step> exec() {
		return List.of(gives((agi) -> agi.exec("NoOp"), 0), gives((agi) -> agi.exec("Wait", "0.1"), 0),
				fails((agi) -> agi.exec("NoSuchApp", "x"), FAILURE), gives((agi) -> agi.exec("Set", "EXV=1", "2"), 0),
				gives((agi) -> agi.getVariable("EXV"), Optional.of("1,2")),
				gives((agi) -> agi.exec("Playback", "beep"), 0), words("0"),
				gives((agi) -> agi.exec("Read", "RV", "beep", "1", null, "1", "1"), 0),
				gives((agi) -> agi.getVariable("RV"), Optional.of("8")),
				gives((agi) -> agi.exec("Background", "all-circuits-busy-now"), 52),
				gives((agi) -> agi.exec("Set", "Q=${CHANNEL(state)}"), 0),
				gives((agi) -> agi.getVariable("Q"), Optional.of("${CHANNEL(state)}")),
				does((agi) -> agi.setVariable("AGIEXECFULL", "yes")),
				gives((agi) -> agi.exec("Set", "Q=${CHANNEL(state)}"), 0),
				gives((agi) -> agi.getVariable("Q"), Optional.of("Up")),
				gives((agi) -> agi.exec("Dial", "Local/hup21@proto"), 0),
				gives((agi) -> agi.getVariable("DIALSTATUS"), Optional.of("CHANUNAVAIL")),
				gives((agi) -> agi.exec("Goto", "proto", "quick", "1"), 0),
				gives((agi) -> agi.exec("AGI", "agi://127.0.0.1:14599/x"), 0),
				gives((agi) -> agi.exec("WaitExten", "1"), 49), refused(USAGE));
	}

	// The last command is one that Asterisk hung up upon
	private static List<Step> gosub() {
		return List.of(gives((agi) -> agi.gosub("proto", "sub", "1", "argA"), GosubOutcome.RETURNED),
				gives((agi) -> agi.getVariable("GOSUB_RETVAL"), Optional.of("subret-argA")),
				fails((agi) -> agi.gosub("proto", "nosuch", "1"), FAILURE),
				fails((agi) -> agi.gosub("proto", "sub", "nolabel"), FAILURE), refused(USAGE),
				gives((agi) -> agi.gosub("proto", "subbad", "1"), GosubOutcome.NOT_RETURNED),
				fails((agi) -> agi.noop(), AgiPipeClosedException.class));
	}

	private static List<Step> speech() {
		return List.of(fails((agi) -> agi.speechCreate("noengine"), FAILURE),
				fails((agi) -> agi.speechCreate(""), FAILURE), fails((agi) -> agi.speechSet("a", "b"), FAILURE),
				fails((agi) -> agi.speechDestroy(), FAILURE), fails((agi) -> agi.speechLoadGrammar("a", "b"), FAILURE),
				fails((agi) -> agi.speechUnloadGrammar("a"), FAILURE),
				fails((agi) -> agi.speechActivateGrammar("a"), FAILURE),
				fails((agi) -> agi.speechDeactivateGrammar("a"), FAILURE),
				fails((agi) -> agi.speechRecognize("beep", Duration.ofSeconds(1000)), FAILURE), refused(USAGE),
				does((agi) -> agi.asyncAgiBreak()), fails((agi) -> agi.hangup("Nope/1"), FAILURE), refused(USAGE),
				refused(AgiInvalidCommandException.class), refused(USAGE), does((agi) -> agi.hangup()),
				fails((agi) -> agi.answer(), DEAD), does((agi) -> agi.noop()));
	}

	private static List<Step> hangupIdle() {
		return List.of(does((agi) -> agi.noop()), does((agi) -> agi.noop()), fails((agi) -> agi.answer(), DEAD),
				fails((agi) -> agi.streamFile("beep"), DEAD),
				gives((agi) -> agi.getVariable("TESTVAR"), Optional.of("hello")),
				does((agi) -> agi.setVariable("A", "b")),
				new Step((agi, words) -> agi.execute(new ChannelStatus()), DEAD), fails((agi) -> agi.hangup(), DEAD),
				fails((agi) -> agi.waitForDigit(Duration.ofMillis(100)), DEAD),
				fails((agi) -> agi.getData("beep"), DEAD), does((agi) -> agi.verbose("x")),
				gives((agi) -> agi.databaseGet("a", "b"), Optional.empty()), gives((agi) -> agi.exec("NoOp", "x"), 0),
				gives((agi) -> agi.exec("Wait", "1"), -1), gives((agi) -> agi.exec("Playback", "beep"), 0),
				gives((agi) -> agi.getFullVariable("${CHANNEL(state)}"), Optional.of("Up")),
				fails((agi) -> agi.sayDigits("1"), DEAD), fails((agi) -> agi.gosub("proto", "sub", "1"), DEAD),
				does((agi) -> agi.asyncAgiBreak()), fails((agi) -> agi.speechDestroy(), FAILURE),
				refused(AgiInvalidCommandException.class));
	}

	private static List<List<Step>> hangupDuringCommand() {
		RecordOptions options = RecordOptions.until("#").withMaxLength(Duration.ofSeconds(10));
		return List.of(
				List.of(fails((agi) -> agi.waitForDigit(Duration.ofSeconds(10)), HANGUP), does((agi) -> agi.noop())),
				List.of(fails((agi) -> agi.streamFile("all-circuits-busy-now"), HANGUP)),
				List.of(fails((agi) -> agi.getData("all-circuits-busy-now", Duration.ofSeconds(5), 3), HANGUP)),
				List.of(fails((agi) -> agi.recordFile("/rec/rec1", "gsm", options), HANGUP)),
				List.of(fails((agi) -> agi.exec("Wait", "5"), HANGUP)),
				List.of(fails((agi) -> agi.exec("Dial", "Local/echo@proto/n"), HANGUP)));
	}

}
