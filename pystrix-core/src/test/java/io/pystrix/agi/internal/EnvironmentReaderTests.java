package io.pystrix.agi.internal;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import io.pystrix.agi.AgiEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EnvironmentReaderTests {

	@Test
	void anEnvironmentEndsWithAnEmptyLine() throws IOException {
		LineReader reader = reader("agi_network: yes\nagi_network_script: demo?x=1&y=2\nagi_accountcode: \n"
				+ "agi_threadid: 1\nagi_arg_1: arg one\n\n200 result=0\n");
		AgiEnvironment environment = EnvironmentReader.read(reader);
		assertThat(environment.asMap()).hasSize(5).containsEntry("agi_accountcode", "");
		assertThat(environment.args()).containsExactly("arg one");
		assertThat(reader.readLine(100, Deadline.NEVER)).isEqualTo("200 result=0");
	}

	@Test
	void valuesMayContainColonsAndLinesWithoutOneArePassedOver() throws IOException {
		AgiEnvironment environment = read("agi_request: agi://127.0.0.1:4573/x\nrest of a broken value\n: none\n\n");
		assertThat(environment.asMap()).hasSize(1);
		assertThat(environment.request()).isEqualTo("agi://127.0.0.1:4573/x");
	}

	@Test
	void invalidBytesAreReplaced() throws IOException {
		String latin = "agi_calleridname: J\u00fcrgen\n\n";
		byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
		assertThat(read(bytes, StandardCharsets.UTF_8).callerIdName()).isEqualTo("J\ufffdrgen");
		assertThat(read(bytes, StandardCharsets.ISO_8859_1).callerIdName()).isEqualTo("J\u00fcrgen");
	}

	@Test
	void aCarriageReturnEndsItOnlyIfAllLinesHaveOne() throws IOException {
		assertThat(read("agi_channel: x\r\nagi_dnid: 2\r\n\r\nagi_dnid: 3\r\n").asMap()).hasSize(2);
		assertThat(read("agi_channel: x\nagi_calleridname: A\n\r\nagi_dnid: 2\n\n").dnid()).isEqualTo("2");
	}

	@Test
	void onlyALineFeedEndsALine() throws IOException {
		AgiEnvironment environment = read(
				"agi_channel: x\r\nagi_calleridname: a\ragi_dnid: 1\u000bagi_rdnis: 2\u0085b\n\n");
		assertThat(environment.channel()).isEqualTo("x");
		assertThat(environment.callerIdName()).isEqualTo("a\ragi_dnid: 1\u000bagi_rdnis: 2\u0085b");
		assertThat(environment.dnid()).isNull();
	}

	@Test
	void aForgedEnvironmentIsRefusedWithTheNames() {
		assertThatExceptionOfType(ForgedEnvironmentException.class)
			.isThrownBy(() -> read("agi_channel: PJSIP/1\nagi_channel: PJSIP/2\nagi_arg_7: x\n\n"))
			.withMessageContaining("'PJSIP/1' come twice or out of place: agi_channel, agi_arg_7");
	}

	@Test
	void aForgedEnvironmentMayBeAccepted() throws IOException {
		LineReader reader = reader("agi_channel: PJSIP/1\nagi_channel: PJSIP/2\n\n");
		assertThat(EnvironmentReader.read(reader, true).forged()).containsExactly("agi_channel");
	}

	@Test
	void whatFollowsAnEnvironmentIsNotAsterisks() throws IOException {
		LineReader reader = reader("agi_channel: x\n\n\nagi_dnid: 2\n\n");
		AgiEnvironment environment = EnvironmentReader.read(reader);
		assertThatExceptionOfType(ForgedEnvironmentException.class)
			.isThrownBy(() -> EnvironmentReader.checkEnd(environment, reader))
			.withMessageContaining("another line follows: agi_dnid: 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "\n\n\n", "HANGUP\n", "\nHANGUP\n", "HANG" })
	void emptyLinesAndAHangUpMayFollow(String rest) throws IOException {
		LineReader reader = reader("agi_channel: x\n\n" + rest);
		EnvironmentReader.checkEnd(EnvironmentReader.read(reader), reader);
		assertThat(reader.hasLine()).isEqualTo(rest.contains("P"));
	}

	@Test
	void aProbeIsNoEnvironment() {
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(""));
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read("agi_network: yes\nagi_re"));
	}

	@Test
	void whatIsNotFromAsteriskIsSaidSo() {
		assertForeign("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "no agi_ variables");
		assertForeign("\u0016\u0003\u0001", "no agi_ variables before the end");
		assertForeign("\n", "no agi_ variables");
		assertForeign("agi_x: ".repeat(20000), "more than 65536 bytes");
		assertForeign("agi_x: y\n".repeat(513), "more than 512 lines");
		assertForeign(("agi_x: " + "y".repeat(1000) + "\n").repeat(100), "more than 65536 bytes");
	}

	private static void assertForeign(String text, String message) {
		assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> read(text))
			.withMessageContaining(message);
	}

	private static AgiEnvironment read(String text) throws IOException {
		return EnvironmentReader.read(reader(text));
	}

	private static AgiEnvironment read(byte[] bytes, Charset charset) throws IOException {
		return EnvironmentReader.read(new LineReader(ByteSource.of(new ByteArrayInputStream(bytes)), charset));
	}

	private static LineReader reader(String text) {
		return new LineReader(ByteSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
				StandardCharsets.UTF_8);
	}

}
