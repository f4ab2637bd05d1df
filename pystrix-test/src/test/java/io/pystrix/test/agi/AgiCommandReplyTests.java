package io.pystrix.test.agi;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that commands reply what Asterisk 22.10.1 was seen to reply.
 */
@Timeout(120)
class AgiCommandReplyTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String USAGE = "520-Invalid command syntax.  Proper usage follows:";

	private ScriptPeer script;

	@BeforeEach
	void start() throws IOException {
		this.script = new ScriptPeer();
	}

	@AfterEach
	void stop() throws IOException {
		this.script.close();
	}

	private AgiCaller caller() {
		return AgiCaller.to(this.script.address())
			.answered()
			.speed(10)
			.prompt("beep", Duration.ofMillis(440))
			.prompt("all-circuits-busy-now", Duration.ofMillis(1820))
			.missing("nofile");
	}

	private AgiCall call(AgiCaller caller) throws IOException {
		AgiCall call = caller.call();
		this.script.accept();
		return call;
	}

	private void assertReply(String command, String reply) throws IOException {
		assertThat(this.script.run(command)).as(command).isEqualTo(reply);
		if (reply.startsWith("520-")) {
			for (String line = ""; !line.equals("520 End of proper usage.");) {
				line = this.script.read();
			}
		}
	}

	@Test
	void theDatabaseIsReadWrittenAndDeleted() throws Exception {
		try (AgiCall call = call(caller().database("before", "key", "there"))) {
			assertReply("DATABASE GET before key", "200 result=1 (there)");
			assertReply("DATABASE PUT fam key \"val ue\"", "200 result=1");
			assertReply("DATABASE GET fam key", "200 result=1 (val ue)");
			assertThat(call.database("fam", "key")).isEqualTo("val ue");
			assertReply("DATABASE GET fam nokey", "200 result=0");
			assertReply("DATABASE DEL fam key", "200 result=1");
			assertReply("DATABASE DEL fam key", "200 result=1");
			assertThat(call.database("fam", "key")).isNull();
			assertReply("DATABASE PUT fam t/1 a", "200 result=1");
			assertReply("DATABASE PUT fam t/2 b", "200 result=1");
			assertReply("DATABASE PUT fam tall c", "200 result=1");
			assertReply("DATABASE DELTREE fam t", "200 result=0");
			assertReply("DATABASE DELTREE fam t", "200 result=1");
			assertThat(call.database("fam", "tall")).isEqualTo("c");
			assertReply("DATABASE DELTREE fam", "200 result=0");
			assertReply("DATABASE DELTREE fam", "200 result=1");
			assertReply("DATABASE DELTREE nofam", "200 result=1");
		}
	}

	@Test
	void callsDoNotShareADatabase() throws Exception {
		AgiCaller caller = caller().database("fam", "key", "value");
		try (AgiCall call = call(caller)) {
			assertReply("DATABASE DEL fam key", "200 result=1");
			assertThat(call.database("fam", "key")).isNull();
		}
		try (AgiCall call = call(caller)) {
			assertThat(call.database("fam", "key")).isEqualTo("value");
		}
	}

	@Test
	void aControlledFileCountsInMilliseconds() throws Exception {
		AgiCaller caller = caller().whenPlaying("all-circuits-busy-now").after(Duration.ofMillis(600)).press("1");
		try (AgiCall call = call(caller)) {
			assertReply("CONTROL STREAM FILE all-circuits-busy-now 1 1000 6 4 5", "200 result=49 endpos=600");
			assertReply("GET VARIABLE CPLAYBACKSTATUS", "200 result=1 (USERSTOPPED)");
			assertReply("GET VARIABLE CPLAYBACKSTOPKEY", "200 result=1 (1)");
			assertReply("CONTROL STREAM FILE beep \"\"", "200 result=0 endpos=-1");
			assertReply("GET VARIABLE CPLAYBACKSTATUS", "200 result=1 (SUCCESS)");
			assertReply("GET VARIABLE CPLAYBACKOFFSET", "200 result=1 (-1)");
			assertReply("CONTROL STREAM FILE nofile \"\"", "200 result=-1 endpos=-1");
			assertReply("CONTROL STREAM FILE beep", USAGE);
			assertThat(call.status()).isEqualTo(AgiStatus.FAILURE);
		}
	}

	@Test
	void aControlledFileIsWoundAndPaused() throws Exception {
		AgiCaller caller = caller().prompt("book", Duration.ofMinutes(1));
		pressAt(caller, 100, "6");
		pressAt(caller, 200, "4");
		pressAt(caller, 300, "5");
		pressAt(caller, 700, "5");
		pressAt(caller, 800, "1");
		try (AgiCall call = call(caller)) {
			assertReply("CONTROL STREAM FILE book 1 10000 6 4 5 2000", "200 result=49 endpos=2400");
			assertThat(call.heard()).isEqualTo("64551");
		}
	}

	private static void pressAt(AgiCaller caller, int millis, String digit) {
		caller.whenRunning("CONTROL").after(Duration.ofMillis(millis)).press(digit);
	}

	@Test
	void anOptionIsWaitedForBehindTheFile() throws Exception {
		AgiCaller caller = caller().whenRunning("GET OPTION beep 123 3000")
			.after(Duration.ofMillis(600))
			.press("2")
			.whenRunning("GET OPTION beep 12 3000")
			.after(Duration.ofMillis(600))
			.press("9")
			.whenPlaying("all-circuits-busy-now")
			.after(Duration.ofMillis(600))
			.press("3");
		try (AgiCall call = call(caller)) {
			assertReply("GET OPTION beep 123 800", "200 result=0 endpos=3520");
			assertReply("GET OPTION beep 123 3000", "200 result=50 endpos=3520");
			assertReply("GET OPTION beep 12 3000", "200 result=0 endpos=3520");
			assertReply("GET OPTION all-circuits-busy-now 123 1000", "200 result=51 endpos=4800");
			assertReply("GET OPTION nofile 123 1000", "200 result=-1 endpos=0");
			this.script.hangUp();
			assertThat(call.awaitEnd(SOON).status()).isEqualTo(AgiStatus.FAILURE);
		}
	}

	@Test
	void aRecordingEndsByTimeADigitOrSilence() throws Exception {
		AgiCaller caller = caller().talks(Duration.ofMillis(20))
			.unwritable("/nonexist/dir/x")
			.whenRunning("RECORD FILE /rec/agirec gsm #* 5000")
			.after(Duration.ofMillis(700))
			.press("1#")
			.whenRunning("RECORD FILE /rec/agirec gsm #* 3000 BEEP")
			.after(Duration.ofMillis(200))
			.press("#");
		try (AgiCall call = call(caller)) {
			assertReply("RECORD FILE /rec/agirec gsm #* 1000", "200 result=0 (timeout) endpos=8000");
			assertReply("RECORD FILE /rec/agirec gsm #* 5000", "200 result=35 (dtmf) endpos=5600");
			assertReply("RECORD FILE /rec/agirec gsm #* 3000 BEEP", "200 result=35 (randomerror) endpos=0");
			assertThat(this.script.run("RECORD FILE /rec/agirec gsm #* -1 0 BEEP s=1"))
				.matches("200 result=999\\d\\d \\(timeout\\) endpos=8160");
			assertReply("RECORD FILE /rec/agirec gsm #* 500 s=1", "200 result=0 (timeout) endpos=4000");
			assertThat(call.status()).isEqualTo(AgiStatus.SUCCESS);
			assertReply("RECORD FILE /nonexist/dir/x gsm # 500", "200 result=-1 (writefile)");
			assertReply("RECORD FILE /rec/a gsm #", USAGE);
			assertReply("RECORD FILE /rec/a gsm # soon", USAGE);
			assertThat(call.recordings()).hasSize(4).containsOnly("/rec/agirec");
			assertThat(call.played()).containsExactly("beep", "beep");
			assertThat(call.status()).isEqualTo(AgiStatus.FAILURE);
		}
	}

	@Test
	void aRecordingEndsWhenTheCallerHangsUp() throws Exception {
		try (AgiCall call = call(caller())) {
			this.script.send("RECORD FILE /rec/a gsm # -1");
			call.awaitCommand("RECORD", SOON);
			call.hangUp();
			assertThat(this.script.read()).startsWith("200 result=-1 (hangup) endpos=");
			assertThat(this.script.read()).isEqualTo("HANGUP");
		}
	}

	@Test
	void whatIsSpokenEndsByADigit() throws Exception {
		AgiCaller caller = caller().perCharacter(Duration.ofMillis(100))
			.whenRunning("SAY DATE")
			.press("1")
			.whenRunning("SAY TIME")
			.press("1")
			.whenRunning("SAY DATETIME 0")
			.press("1");
		try (AgiCall call = call(caller)) {
			assertReply("SAY DIGITS abc \"\"", USAGE);
			assertReply("SAY NUMBER 1 \"\" f", "200 result=0");
			assertReply("SAY ALPHA aB \"\" u", "200 result=0");
			assertReply("SAY ALPHA ab \"\" z", USAGE);
			assertReply("SAY PHONETIC ab \"\" ", "200 result=0");
			assertReply("SAY DATE 0 \"1\"", "200 result=49");
			assertReply("SAY TIME 0 \"1\"", "200 result=49");
			assertReply("SAY DATETIME 0 \"1\" IMp UTC", "200 result=49");
			assertReply("SAY DATETIME x \"\"", USAGE);
			assertThat(call.said()).containsExactly("1", "aB", "ab", "0", "0", "0");
			assertThat(call.heard()).isEqualTo("111");
		}
	}

	@Test
	void manyCommandsOverlookWhatTheyDoNotKnow() throws Exception {
		try (AgiCall call = call(caller())) {
			assertReply("GET OPTION beep 123 abc", "200 result=0 endpos=3520");
			assertReply("GET OPTION beep 1 2 3 4", USAGE);
			assertReply("GET DATA beep 100 3 4", "200 result= (timeout)");
			assertReply("RECORD FILE /tmp/x gsm # 300 0 BEEP s=1 more", "200 result=0 (timeout) endpos=2400");
			assertReply("RECORD FILE /tmp/x gsm # abc", USAGE);
			assertReply("SAY DIGITS 12# \"\"", "200 result=0");
			assertReply("SAY ALPHA a \"\" \"\"", "200 result=0");
			assertReply("SAY ALPHA a \"\" u x", USAGE);
			assertReply("SAY DATETIME 1 \"\" a b c", "200 result=0");
			assertReply("SET MUSIC on a b", "200 result=0");
			assertReply("SET CALLERID a b c", "200 result=1");
			assertReply("SET CONTEXT a b", USAGE);
			assertReply("SPEECH CREATE a b", "200 result=0");
			assertReply("SPEECH RECOGNIZE beep x", "200 result=0");
			assertReply("SPEECH RECOGNIZE a 1 2 3", "200 result=0");
			assertReply("CONTROL STREAM FILE beep 1 1 2 3 4 5 6", USAGE);
			assertReply("CONTROL STREAM FILE beep 1 x", USAGE);
			assertReply("GOSUB a b 1 x y", USAGE);
			assertThat(call.music()).isEqualTo("a");
		}
	}

	@Test
	void textsGoBothWays() throws Exception {
		try (AgiCall call = call(caller().text("hello you").text("hey").text(""))) {
			assertReply("SEND TEXT \"hello there\"", "200 result=0");
			assertReply("SEND IMAGE asterisk-image", "200 result=0");
			assertReply("RECEIVE TEXT 300", "200 result=1 (hello you)");
			assertReply("RECEIVE CHAR 300", "200 result=104");
			assertReply("RECEIVE CHAR 300", "200 result=0 (timeout)");
			assertReply("RECEIVE CHAR 300", "200 result=-1 (hangup)");
			assertReply("RECEIVE TEXT 300", "200 result=-1");
			assertReply("RECEIVE CHAR abc", "200 result=-1 (hangup)");
			assertReply("RECEIVE TEXT abc", "200 result=-1");
			assertReply("SEND TEXT a b", USAGE);
			assertReply("TDD MODE on", "200 result=0");
			assertReply("TDD MODE", USAGE);
			assertThat(call.texts()).containsExactly("hello there");
			assertThat(call.images()).containsExactly("asterisk-image");
		}
	}

	@Test
	void settingsAreKept() throws Exception {
		try (AgiCall call = call(caller().label("menu", 7))) {
			assertReply("SET MUSIC ON class", "200 result=0");
			assertThat(call.music()).isEqualTo("class");
			assertReply("SET MUSIC bogus", "200 result=0");
			assertThat(call.music()).isEqualTo("class");
			assertReply("SET MUSIC OFF", "200 result=0");
			assertThat(call.music()).isNull();
			assertReply("SET AUTOHANGUP 1.5", "200 result=0");
			assertThat(call.autoHangup()).isEqualTo(Duration.ofMillis(1500));
			assertReply("SET AUTOHANGUP 0", "200 result=0");
			assertThat(call.autoHangup()).isNull();
			assertReply("SET AUTOHANGUP x", USAGE);
			assertThat(call.place()).isEqualTo(new Place("default", "s", 1));
			assertReply("SET CONTEXT proto", "200 result=0");
			assertReply("SET EXTENSION quick", "200 result=0");
			assertReply("SET PRIORITY 99", "200 result=0");
			assertThat(call.place()).isEqualTo(new Place("proto", "quick", 99));
			assertReply("SET PRIORITY nolabel", USAGE);
			assertReply("SET PRIORITY menu", "200 result=0");
			assertThat(call.place().priority()).isEqualTo(7);
			assertReply("EXEC Goto other,x,2", "200 result=0");
			assertThat(call.place()).isEqualTo(new Place("other", "x", 2));
		}
	}

	@Test
	void theCallerIdIsChanged() throws Exception {
		try (AgiCall call = call(caller().callerId("100", "Zoë"))) {
			assertReply("GET VARIABLE CALLERID(all)", "200 result=1 (\"Zoë\" <100>)");
			assertReply("SET CALLERID \"Bob Jones <5551212>\"", "200 result=1");
			assertReply("GET VARIABLE CALLERID(all)", "200 result=1 (\"Bob Jones\" <5551212>)");
			assertReply("SET CALLERID \"\\\"Bob J\\\" <5551212>\"", "200 result=1");
			assertReply("GET VARIABLE CALLERID(name)", "200 result=1 (Bob J)");
			assertReply("SET CALLERID 5559999", "200 result=1");
			assertReply("SET CALLERID", "200 result=1");
			assertReply("GET VARIABLE CALLERID(num)", "200 result=1 (5559999)");
			assertThat(call.variable("CALLERID(num)")).isEqualTo("5559999");
			assertReply("SET CALLERID Bob", "200 result=1");
			assertReply("GET VARIABLE CALLERID(all)", "200 result=1 (\"Bob\" <>)");
		}
	}

	@Test
	void applicationsReadDigitsAndSubstituteIfToldTo() throws Exception {
		try (AgiCall call = call(caller().whenRunning("EXEC Read").press("8"))) {
			assertReply("EXEC Read RV,beep,1,,1,1", "200 result=0");
			assertReply("GET VARIABLE RV", "200 result=1 (8)");
			assertReply("EXEC Set \"Q=${CHANNEL(state)}\"", "200 result=0");
			assertReply("GET VARIABLE Q", "200 result=1 (${CHANNEL(state)})");
			assertReply("SET VARIABLE AGIEXECFULL yes", "200 result=1");
			assertReply("EXEC Set \"Q=${CHANNEL(state)}\"", "200 result=0");
			assertReply("GET VARIABLE Q", "200 result=1 (Up)");
			assertThat(call.heard()).isEqualTo("8");
		}
	}

	@Test
	void aRoutineIsTriedAndThenComplete() throws Exception {
		AgiCaller caller = caller().routine("proto", "sub", "1")
			.returns("subret-argA")
			.routine("proto", "broken", "1")
			.fails(-1)
			.routine("proto", "subbad", "1")
			.hangsUp();
		try (AgiCall call = call(caller)) {
			assertReply("GOSUB proto sub 1 argA", "100 result=0 Trying...");
			assertThat(this.script.read()).isEqualTo("200 result=0 Gosub complete");
			assertReply("GET VARIABLE GOSUB_RETVAL", "200 result=1 (subret-argA)");
			assertThat(call.status()).isEqualTo(AgiStatus.SUCCESS);
			assertReply("GOSUB proto nosuch 1", "200 result=-1 Gosub label not found");
			assertReply("GOSUB proto sub nolabel", "200 result=-1 Gosub label not found");
			assertReply("GOSUB proto sub", USAGE);
			assertThat(call.status()).isEqualTo(AgiStatus.FAILURE);
			assertReply("GOSUB proto broken 1", "100 result=0 Trying...");
			assertThat(this.script.read()).isEqualTo("200 result=-1 Gosub failed");
			assertReply("GOSUB proto subbad 1", "100 result=0 Trying...");
			assertThat(this.script.read()).isEqualTo("200 result=0 Gosub complete (abnormal exit)");
			assertThat(this.script.read()).isEqualTo("HANGUP");
		}
	}

	@Test
	void withoutAnEngineSpeechIsRefused() throws Exception {
		try (AgiCall call = call(caller())) {
			for (String command : new String[] { "CREATE noengine", "CREATE \"\"", "SET a b", "DESTROY",
					"LOAD GRAMMAR a b", "UNLOAD GRAMMAR a", "ACTIVATE GRAMMAR a", "DEACTIVATE GRAMMAR a",
					"RECOGNIZE beep 1000" }) {
				assertReply("SPEECH " + command, "200 result=0");
			}
			assertReply("SPEECH RECOGNIZE", USAGE);
			assertThat(call.played()).isEmpty();
		}
	}

	@Test
	void anEngineUnderstandsWhatTheTestSays() throws Exception {
		AgiCaller caller = caller().speech("call (bob)", 900, "names")
			.whenRunning("SPEECH RECOGNIZE beep 3")
			.press("5");
		try (AgiCall call = call(caller)) {
			assertReply("SPEECH CREATE lumen", "200 result=1");
			assertReply("SPEECH CREATE lumen", "200 result=0");
			assertReply("SPEECH SET a b", "200 result=1");
			assertReply("SPEECH ACTIVATE GRAMMAR names", "200 result=0");
			assertReply("SPEECH LOAD GRAMMAR names /g/names", "200 result=1");
			assertReply("SPEECH ACTIVATE GRAMMAR names", "200 result=1");
			assertReply("SPEECH RECOGNIZE beep 3", "200 result=1 (digit) digit=5 endpos=0");
			assertReply("SPEECH RECOGNIZE beep 2",
					"200 result=1 (speech) endpos=3520 results=1 score0=900 text0=\"call (bob)\" grammar0=names");
			assertReply("SPEECH RECOGNIZE beep 1", "200 result=1 (timeout) endpos=3520");
			assertReply("SPEECH DEACTIVATE GRAMMAR names", "200 result=1");
			assertReply("SPEECH UNLOAD GRAMMAR names", "200 result=1");
			this.script.send("SPEECH RECOGNIZE beep 600");
			call.awaitCommand("SPEECH RECOGNIZE beep 600", SOON);
			call.hangUp();
			assertThat(this.script.read()).startsWith("200 result=1 (hangup) endpos=");
			assertThat(this.script.read()).isEqualTo("HANGUP");
			assertReply("SPEECH DESTROY", "200 result=1");
			assertReply("SPEECH DESTROY", "200 result=0");
		}
	}

}
