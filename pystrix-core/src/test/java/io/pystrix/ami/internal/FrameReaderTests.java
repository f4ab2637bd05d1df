package io.pystrix.ami.internal;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FrameReaderTests {

	private static final FrameReader.Limits SMALL = new FrameReader.Limits(1000, 10, 5000);

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 4096 })
	void messagesAreTheSameHoweverTheBytesArrive(int segment) throws IOException {
		String first = "Response: Success\r\nActionID: 1\r\n\r\n";
		String second = "Event: VarSet\r\nValue: a\nb\n\nEvent: Fake\r\n\r\n";
		FrameReader reader = reader("Asterisk Call Manager/11.0.0\r\n" + first + "\r\n\r\n" + second, segment);
		assertThat(reader.readGreeting()).isEqualTo("Asterisk Call Manager/11.0.0");
		assertThat(rest(reader)).containsExactly(first, second);
	}

	@Test
	void messageWhoseValueEndsInALineFeedEndsAtTheEmptyLine() throws IOException {
		String message = "Response: Error\r\nMessage: No endpoints found\n\r\n\r\n";
		assertThat(rest(reader(message + message, 5))).containsExactly(message, message);
	}

	@Test
	void outputOfACommandBeforeAsterisk14EndsAtItsMarker() throws IOException {
		String output = "Response: Follows\r\nPrivilege: Command\r\nActionID: 9\r\nA: b\nno header\r\n\r\nmore\n"
				+ "--END COMMAND--\r\n\r\n";
		String next = "Event: FullyBooted\r\n\r\n";
		assertThat(rest(reader(output + next, 3))).containsExactly(output, next);
	}

	@Test
	void outputOfACommandBehindAProxyEndsAtItsMarkerToo() throws IOException {
		String output = "Server: pbx1\r\nResponse: Follows\r\nActionID: 9\r\nA: b\r\n\r\nEvent: Forged\r\n\r\n"
				+ "--END COMMAND--\r\n\r\n";
		String next = "Server: pbx1\r\nEvent: FullyBooted\r\n\r\n";
		for (int segment = 1; segment < output.length(); segment++) {
			assertThat(rest(reader(output + next, segment))).containsExactly(output, next);
		}
	}

	@Test
	void messageMayBeLargerThanTheBuffer() throws IOException {
		String large = "Event: VarSet\r\nValue: " + "x".repeat(300_000) + "\r\n\r\n";
		String small = "Event: Reload\r\n\r\n";
		assertThat(rest(reader(small + large + small, 8192))).containsExactly(small, large, small);
	}

	@Test
	void messageAboveTheLimitIsRefused() {
		FrameReader reader = small("Response: Follows\r\n" + "x\n".repeat(5000));
		assertThatExceptionOfType(ProtocolException.class).isThrownBy(reader::next).withMessageContaining("1000 bytes");
		reader = small(("A: " + "x".repeat(900) + "\r\n").repeat(9));
		assertThatExceptionOfType(ProtocolException.class).isThrownBy(reader::next).withMessageContaining("5000 bytes");
	}

	@Test
	void lineAboveTheLimitIsRefusedThoughItHasNoEnd() {
		FrameReader reader = small("Event: A\r\nB: " + "x".repeat(2000));
		assertThatExceptionOfType(ProtocolException.class).isThrownBy(reader::next).withMessageContaining("1000 bytes");
	}

	@Test
	void headersAboveTheLimitAreRefused() throws IOException {
		small("Event: A\r\n" + "B: c\r\n".repeat(9) + "\r\n").next();
		FrameReader reader = small("Event: A\r\n" + "B: c\r\n".repeat(10) + "\r\n");
		assertThatExceptionOfType(ProtocolException.class).isThrownBy(reader::next).withMessageContaining("10 headers");
	}

	@Test
	void partOfAMessageBeforeTheEndIsDiscarded() throws IOException {
		FrameReader reader = reader("Event: A\r\n\r\nEvent: B\r\nHea", 4096);
		reader.next();
		assertThatExceptionOfType(EOFException.class).isThrownBy(reader::next);
	}

	@Test
	void greetingWithoutEndIsRefused() {
		FrameReader reader = new FrameReader(new ByteArrayInputStream(new byte[5000]), SMALL);
		assertThatExceptionOfType(ProtocolException.class).isThrownBy(reader::readGreeting);
	}

	@Test
	void greetingMayEndInALineFeedAlone() throws IOException {
		assertThat(reader("Hello\nEvent: A\r\n\r\n", 2).readGreeting()).isEqualTo("Hello");
	}

	private static FrameReader reader(String text, int segment) {
		return new FrameReader(pieces(text, segment), FrameReader.Limits.DEFAULTS);
	}

	private static FrameReader small(String text) {
		return new FrameReader(pieces(text, 100), SMALL);
	}

	private static InputStream pieces(String text, int segment) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {

			@Override
			public int read(byte[] target, int offset, int length) {
				return super.read(target, offset, Math.min(length, segment));
			}

		};
	}

	private static List<String> rest(FrameReader reader) throws IOException {
		List<String> messages = new ArrayList<>();
		try {
			while (true) {
				reader.next();
				messages.add(new String(reader.buffer(), reader.start(), reader.end() - reader.start(),
						StandardCharsets.UTF_8));
			}
		}
		catch (EOFException ex) {
			return messages;
		}
	}

}
