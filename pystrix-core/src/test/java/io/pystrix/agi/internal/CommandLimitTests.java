package io.pystrix.agi.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiTexts;
import io.pystrix.agi.AsteriskInput;
import io.pystrix.agi.AsteriskRelease;
import io.pystrix.agi.AsteriskSplitter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * No command is longer than what the Asterisk of the call reads as one.
 */
class CommandLimitTests {

	private static final List<AsteriskRelease> RELEASES = AsteriskRelease.ALL;

	@ParameterizedTest
	@FieldSource("RELEASES")
	void theLongestLineOfEachReleaseIsSentAndALongerOneIsNot(AsteriskRelease release) {
		AsteriskInput asterisk = new AsteriskInput(release);
		AgiSession agi = session(asterisk, release.version(), StandardCharsets.UTF_8);
		String longest = "x".repeat(release.longestLine() - "VERBOSE \"\" 1\n".length());
		agi.verbose(longest);
		assertThatIllegalArgumentException().isThrownBy(() -> agi.verbose(longest + "x"))
			.withMessageContaining((release.buffer() == 2048) ? "VERBOSE is too long for Asterisk " + release.version()
					: "VERBOSE has");
		agi.noop();
		assertThat(lines(asterisk, StandardCharsets.UTF_8)).containsExactly("VERBOSE \"" + longest + "\" 1", "NOOP");
		assertThat(asterisk.pending()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "unknown", "GIT-22-22.10.1-15-gabcdef", "GIT-master-1a2b3c4", "SVN-branch-13-r1",
			"UNKNOWN__and_probably_unsupported", "12.8.2", "1.8.32.3", "20", "20.", "20.x", "22.5.99", "9999.99999",
			"18.9.0", "18.11.3", "19.3.3", "certified/18.9-cert1", "certified-23", "v22.10.1", " x 23.0.0" })
	void whatIsNoReleaseThatReadsMoreIsTakenForAnOldOne(String version) {
		assertThat(CommandLimit.of(environment(version))).isEqualTo(2047);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "20.16.0", "21.12.3", "22.6.0-rc1", "22.10.1~dfsg+~cs6.15.60671435-1", "22.10.1 (flavour 7)",
					"23.0.0-pre1", "24.0.0", "100.1", "certified-22.8-cert1-rc1", "certified/23.3-cert1" })
	void theReleaseIsReadFromTheStartOfTheVersion(String version) {
		assertThat(CommandLimit.of(environment(version))).isEqualTo(8191);
	}

	@Test
	void aForgedVersionRaisesNoLimit() {
		List<String> lines = List.of("agi_request: agi://host/x", "agi_version: 23.0.0", "agi_version: 16.28.0");
		assertThat(CommandLimit.of(AgiEnvironment.parse(lines))).isEqualTo(2047);
	}

	@Test
	void theRestOfALongArgumentIsNoCommand() {
		AsteriskInput asterisk = new AsteriskInput(RELEASES.get(1));
		AgiSession agi = session(asterisk, RELEASES.get(1).version(), StandardCharsets.UTF_8);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> agi.setVariable("NOTE", "a".repeat(2026) + "SET VARIABLE PWNED yes"))
			.withMessageContaining("its line has 2,071 bytes with the line feed")
			.withMessageContaining("reads at most 2,047")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("PWNED"));
		assertThat(asterisk.commands).isEmpty();
		assertThat(asterisk.pending()).isZero();
	}

	@Test
	void theLengthIsThatInTheCharsetOfTheSession() {
		String text = "é".repeat(1500);
		AsteriskInput utf8 = new AsteriskInput(RELEASES.get(1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> session(utf8, RELEASES.get(1).version(), StandardCharsets.UTF_8).verbose(text));
		AsteriskInput latin1 = new AsteriskInput(RELEASES.get(1));
		session(latin1, RELEASES.get(1).version(), StandardCharsets.ISO_8859_1).verbose(text);
		assertThat(lines(latin1, StandardCharsets.ISO_8859_1)).containsExactly("VERBOSE \"" + text + "\" 1");
	}

	@Property(tries = 400)
	void asteriskExecutesTheCommandOrNothing(@ForAll("releases") AsteriskRelease release,
			@ForAll("texts") List<String> arguments, @ForAll @IntRange(max = 8300) int padding) {
		List<String> all = new ArrayList<>(arguments);
		all.add("x".repeat(padding) + "SET VARIABLE PWNED yes");
		List<String> expected = new ArrayList<>(List.of("SOME", "VERB"));
		expected.addAll(all);
		AsteriskInput asterisk = new AsteriskInput(release);
		AgiSession agi = session(asterisk, release.version(), StandardCharsets.UTF_8);
		try {
			agi.execute(AgiCommand.of("SOME VERB", all.toArray()));
		}
		catch (IllegalArgumentException ex) {
			assertThat(padding).isGreaterThan(300);
			assertThat(asterisk.commands).isEmpty();
			assertThat(asterisk.pending()).isZero();
			return;
		}
		assertThat(asterisk.pending()).isZero();
		assertThat(lines(asterisk, StandardCharsets.UTF_8)).hasSize(1)
			.allSatisfy((line) -> assertThat(AsteriskSplitter.split(line, release)).isEqualTo(expected));
	}

	@Provide
	Arbitrary<AsteriskRelease> releases() {
		return Arbitraries.of(RELEASES);
	}

	@Provide
	Arbitrary<List<String>> texts() {
		return AgiTexts.any().list().ofMaxSize(10);
	}

	private static AgiSession session(AsteriskInput asterisk, String version, Charset charset) {
		HangupNotice hangup = new HangupNotice();
		LineReader reader = new LineReader(ByteSource.of(asterisk.replies()), charset);
		return new AgiSession(new StreamTransport(reader, asterisk, charset, hangup, () -> {
		}), environment(version), hangup, null, null);
	}

	private static AgiEnvironment environment(String version) {
		return AgiEnvironment.of(Map.of("agi_version", version));
	}

	private static List<String> lines(AsteriskInput asterisk, Charset charset) {
		return asterisk.commands.stream().map((command) -> new String(command, charset)).toList();
	}

}
