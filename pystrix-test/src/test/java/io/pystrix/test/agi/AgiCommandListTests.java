package io.pystrix.test.agi;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the model answers each command that {@code agi show commands} of Asterisk 22
 * lists.
 */
@Timeout(120)
class AgiCommandListTests {

	private static final String DEAD = "511 Command Not Permitted on a dead channel or intercept routine";

	/** The commands with arguments that they accept. */
	static final List<String> LIVE = List.of("ANSWER", "CHANNEL STATUS", "CONTROL STREAM FILE|a 1", "GET DATA|a 1",
			"GET OPTION|a 1 1", "GOSUB|a b 1", "HANGUP|Nope/1", "RECEIVE CHAR|1", "RECEIVE TEXT|1",
			"RECORD FILE|a gsm 1 1", "SAY ALPHA|a 1", "SAY DATE|1 1", "SAY DATETIME|1 1", "SAY DIGITS|1 1",
			"SAY NUMBER|1 1", "SAY PHONETIC|a 1", "SAY TIME|1 1", "SEND IMAGE|a", "SEND TEXT|a", "SET AUTOHANGUP|1",
			"SET CALLERID|1", "SET CONTEXT|a", "SET EXTENSION|a", "SET MUSIC|on", "SET PRIORITY|1",
			"SPEECH ACTIVATE GRAMMAR|a", "SPEECH CREATE|a", "SPEECH DEACTIVATE GRAMMAR|a", "SPEECH LOAD GRAMMAR|a b",
			"SPEECH RECOGNIZE|a 1", "SPEECH SET|a b", "STREAM FILE|a 1", "TDD MODE|on", "WAIT FOR DIGIT|1");

	/** Those that run on a dead channel too. */
	static final List<String> DEAD_SAFE = List.of("ASYNCAGI BREAK", "DATABASE DEL|a b", "DATABASE DELTREE|a",
			"DATABASE GET|a b", "DATABASE PUT|a b c", "EXEC|NoOp", "GET FULL VARIABLE|a", "GET VARIABLE|a", "NOOP",
			"SET VARIABLE|a b", "SPEECH DESTROY", "SPEECH UNLOAD GRAMMAR|a", "VERBOSE|a");

	/** Those that take any number of arguments, none too. */
	private static final List<String> UNCOUNTED = List.of("ASYNCAGI BREAK", "NOOP", "SET CALLERID", "SPEECH DESTROY");

	private ScriptPeer script;

	private AgiCall call;

	@BeforeEach
	void start() throws IOException {
		this.script = new ScriptPeer();
		this.call = AgiCaller.to(this.script.address()).speed(100).call();
		this.script.accept();
	}

	@AfterEach
	void stop() throws IOException {
		this.call.close();
		this.script.close();
	}

	@Test
	void thereAreAllFortySevenOfThem() {
		assertThat(LIVE.size() + DEAD_SAFE.size()).isEqualTo(47);
	}

	@ParameterizedTest
	@FieldSource({ "LIVE", "DEAD_SAFE" })
	void isAnsweredOnALiveChannel(String command) throws Exception {
		assertThat(this.script.run(command.replace('|', ' ').toLowerCase(Locale.ROOT))).startsWith("200 result=");
	}

	@ParameterizedTest
	@FieldSource({ "LIVE", "DEAD_SAFE" })
	void refusesTheWrongNumberOfArguments(String command) throws Exception {
		String name = command.split("\\|")[0];
		boolean takesNone = command.equals(name) || name.equals("HANGUP");
		String wrong = takesNone ? name + " a b" : name;
		if (!UNCOUNTED.contains(name)) {
			assertThat(this.script.run(wrong)).isEqualTo("520-Invalid command syntax.  Proper usage follows:");
		}
		else {
			assertThat(this.script.run(wrong)).startsWith("200 result=");
		}
	}

	@ParameterizedTest
	@FieldSource("LIVE")
	void isRefusedOnADeadChannel(String command) throws Exception {
		hangUp();
		assertThat(this.script.run(command.replace('|', ' '))).isEqualTo(DEAD);
	}

	@ParameterizedTest
	@FieldSource("DEAD_SAFE")
	void isAnsweredOnADeadChannel(String command) throws Exception {
		hangUp();
		assertThat(this.script.run(command.replace('|', ' '))).startsWith("200 result=");
	}

	private void hangUp() throws IOException {
		this.call.hangUp();
		assertThat(this.script.read()).isEqualTo("HANGUP");
	}

}
