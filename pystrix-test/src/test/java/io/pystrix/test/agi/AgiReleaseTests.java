package io.pystrix.test.agi;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.pystrix.test.release.AsteriskRelease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A call has the limits and habits of the release that it plays.
 */
@Timeout(60)
class AgiReleaseTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final ScriptPeer peer = new ScriptPeer();

	AgiReleaseTests() throws IOException {
	}

	@AfterEach
	void close() throws IOException {
		this.peer.close();
	}

	private AgiCaller caller(String release) {
		return AgiCaller.to(this.peer.address()).release(AsteriskRelease.of(release));
	}

	@ParameterizedTest
	@ValueSource(strings = { "13.38.3", "16.28.0~dfsg-0+deb11u4", "18.26.4", "20.15.2", "22.10.1", "23.4.1" })
	void theEnvironmentHasItsVersion(String version) throws IOException {
		try (AgiCall call = caller(version).call()) {
			assertThat(this.peer.accept()).contains("agi_version: " + version);
			assertThat(call.isEnded()).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource({ "13.38.3, 2047", "16.28.0, 2047", "18.26.4, 2047", "20.15.2, 2047", "20.16.0, 8191", "21.10.2, 2047",
			"21.11.0, 8191", "22.5.2, 2047", "22.6.0, 8191", "22.10.1, 8191", "23.4.1, 8191" })
	void whatIsTooLongForTheBufferIsACommandOfItsOwn(String release, int limit) throws IOException {
		try (AgiCall call = caller(release).call()) {
			this.peer.accept();
			String start = "SET VARIABLE NOTE ";
			String fits = start + "a".repeat(limit - 1 - start.length());
			assertThat(this.peer.run(fits)).isEqualTo("200 result=1");
			String full = start + "b".repeat(limit - start.length());
			assertThat(this.peer.run(full + "SET VARIABLE FORGED yes")).isEqualTo("200 result=1");
			// The rest runs as soon as more arrives, and its reply is one too many
			this.peer.send("NOOP");
			assertThat(this.peer.read()).isEqualTo("200 result=1");
			assertThat(call.commands()).contains(fits, full, "SET VARIABLE FORGED yes");
			assertThat(call.variable("FORGED")).isEqualTo("yes");
		}
	}

	@Test
	void aSecondCommandInOneSegmentWaitsForMoreBytes() throws IOException {
		try (AgiCall call = caller("22").call()) {
			this.peer.accept();
			this.peer.send("SET VARIABLE A 1\nGET VARIABLE A");
			assertThat(this.peer.read()).isEqualTo("200 result=1");
			assertThat(this.peer.run("NOOP")).as("the reply to the second command").isEqualTo("200 result=1 (1)");
			assertThat(this.peer.read()).as("the reply to the third").isEqualTo("200 result=0");
			assertThat(call.variable("A")).isEqualTo("1");
		}
	}

	@Test
	void aNulHidesTheRestOfItsLine() throws IOException {
		try (AgiCall call = caller("22").call()) {
			this.peer.accept();
			assertThat(this.peer.run("SET VARIABLE A x\0hidden\n1")).isEqualTo("200 result=1");
			assertThat(call.variable("A")).isEqualTo("x1");
		}
	}

	@ParameterizedTest
	@CsvSource({ "13.0.0, 511 Command Not Permitted on a dead channel",
			"13.14.0, 511 Command Not Permitted on a dead channel or intercept routine",
			"23.4.1, 511 Command Not Permitted on a dead channel or intercept routine" })
	void aDeadChannelIsRefusedInTheWordsOfTheRelease(String release, String reply) throws IOException {
		try (AgiCall call = caller(release).call()) {
			this.peer.accept();
			call.hangUp();
			assertThat(this.peer.read()).isEqualTo("HANGUP");
			assertThat(this.peer.run("ANSWER")).isEqualTo(reply);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "13.0.0", "13.16.0", "13.17.0", "16.28.0", "22.10.1" })
	void usageIsGluedToItsEndBefore1317(String release) throws IOException {
		boolean glued = AsteriskRelease.of(release).compareTo(AsteriskRelease.of("13.17.0")) < 0;
		try (AgiCall call = caller(release).application("Odd", 1).call()) {
			this.peer.accept();
			assertThat(this.peer.run("GET VARIABLE")).startsWith("520-");
			String text = this.peer.read();
			assertThat(text.endsWith(".520 End of proper usage.")).isEqualTo(glued);
			if (!glued) {
				assertThat(this.peer.read()).isEqualTo("520 End of proper usage.");
			}
			// An application that returns 1 has its usage shown behind its result
			assertThat(this.peer.run("EXEC Odd")).isEqualTo("200 result=1");
			assertThat(this.peer.read()).startsWith("520-");
			assertThat(call.status()).isEqualTo(AgiStatus.SUCCESS);
		}
	}

	@Test
	void setVariableIgnoresWordsBefore1317() throws IOException {
		try (AgiCall call = caller("13.16.0").call()) {
			this.peer.accept();
			assertThat(this.peer.run("SET VARIABLE A")).isEqualTo("200 result=1");
			assertThat(this.peer.run("SET VARIABLE A b c")).isEqualTo("200 result=1");
			assertThat(call.variable("A")).isEqualTo("b");
		}
	}

	@ParameterizedTest
	@CsvSource({ "16.28.0, false", "18.17.0, false", "18.18.0, true", "20.2.0, false", "22.10.1, true" })
	void anOptionWithAnEqualsSignIsABeepInNewerReleases(String release, boolean beep) throws IOException {
		try (AgiCall call = caller(release).call()) {
			this.peer.accept();
			this.peer.run("RECORD FILE greeting wav # 10 0 x=1");
			assertThat(call.played().contains("beep")).isEqualTo(beep);
		}
	}

	@Test
	void textIsSentAsItIs() throws IOException {
		try (AgiCall call = caller("16").callerId("100", "x\nagi_network_script: admin")
			.argument("one\nagi_arg_2: two")
			.call()) {
			List<String> environment = this.peer.accept();
			assertThat(environment).containsSubsequence("agi_network: yes", "agi_callerid: 100", "agi_calleridname: x",
					"agi_network_script: admin", "agi_threadid: 140640682321600", "agi_arg_1: one", "agi_arg_2: two");
			assertThat(call.isEnded()).isFalse();
		}
	}

	@Test
	void whatIsSentBeforeAHalfCloseRunsThoughACommandIsInFlight() throws IOException {
		try (AgiCall call = caller("16").speed(100).call()) {
			this.peer.accept();
			this.peer.send("EXEC Wait 20");
			call.awaitCommand("EXEC Wait", SOON);
			this.peer.send("SET VARIABLE AGI_SCRIPT_STATUS FAILURE\nfailure");
			this.peer.halfClose();
			call.awaitEnd(SOON);
			assertThat(call.status()).isEqualTo(AgiStatus.FAILURE);
			assertThat(call.variable("AGI_SCRIPT_STATUS")).isEqualTo("FAILURE");
		}
	}

	@Test
	void aFailureLineCountsAfterAHangupToo() throws IOException {
		try (AgiCall call = caller("22").call()) {
			this.peer.accept();
			call.hangUp();
			assertThat(this.peer.read()).isEqualTo("HANGUP");
			this.peer.send("Failure");
			call.awaitEnd(SOON);
			assertThat(call.status()).isEqualTo(AgiStatus.FAILURE);
		}
	}

	@Test
	void aChannelMayKeepItsHangupToItself() throws IOException {
		try (AgiCall call = caller("22").variable("AGISIGHUP", "no").variable("AGIEXITONHANGUP", "yes").call()) {
			this.peer.accept();
			call.hangUp();
			assertThat(this.peer.read()).isNull();
			assertThat(call.awaitEnd(SOON).status()).isEqualTo(AgiStatus.HANGUP);
		}
	}

}
